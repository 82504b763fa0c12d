import type { refusals as zh } from "../zh-CN/refusals";

export const refusals: Record<keyof typeof zh, string> = {};
