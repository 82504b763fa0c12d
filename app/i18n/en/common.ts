import type { common as zh } from "../zh-CN/common";

export const common: Record<keyof typeof zh, string> = {};
