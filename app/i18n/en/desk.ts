import type { desk as zh } from "../zh-CN/desk";

export const desk: Record<keyof typeof zh, string> = {};
