import type { timeline as zh } from "../zh-CN/timeline";

export const timeline: Record<keyof typeof zh, string> = {};
