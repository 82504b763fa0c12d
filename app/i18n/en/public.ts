import type { publicPages as zh } from "../zh-CN/public";

export const publicPages: Record<keyof typeof zh, string> = {};
