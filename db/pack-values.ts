import { z } from "zod";

/** The small shapes every part of a pack file is made of. */

export const words = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) });
export const day = z.iso.date();
export const days = z.int().min(0).max(400);
export const percent = z.number().min(0).max(100);
export const code = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "codes are lower-case words joined by hyphens");
export const category = z.enum(["GOV", "SOC", "LANDPLAN", "SMALL", "IND", "TECH"]);

/** A value with its source; `source` may be left out only when the value is assumed (the domain checks it). */
export const sourced = <T extends z.ZodType>(value: T) =>
  z.strictObject({ value: value.nullable(), source: z.string().default(""), assumed: z.boolean().default(false) });
