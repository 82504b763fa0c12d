import type { project as zh } from "../zh-CN/project";

export const project: Record<keyof typeof zh, string> = {};
