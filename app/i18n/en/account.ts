import type { account as zh } from "../zh-CN/account";

export const account: Record<keyof typeof zh, string> = {};
