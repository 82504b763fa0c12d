import type { portal as zh } from "../zh-CN/portal";

export const portal: Record<keyof typeof zh, string> = {};
