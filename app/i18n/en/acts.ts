import type { acts as zh } from "../zh-CN/acts";

export const acts: Record<keyof typeof zh, string> = {};
