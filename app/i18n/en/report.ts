import type { report as zh } from "../zh-CN/report";

export const report: Record<keyof typeof zh, string> = {};
