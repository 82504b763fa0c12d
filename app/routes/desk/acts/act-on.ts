import type { Command, CommandType } from "../../../domain/case/commands";
import type { ActFields, ValuesOf } from "./fields";

/** One act as its page knows it: its noun in the address, its command, its fields, and how what was typed becomes the command. */
export interface ActOn<Context, Noun extends string = string> {
  readonly noun: Noun;
  readonly command: CommandType;
  /** Ends something, turns somebody down or binds for good: the page says so in a warning. */
  readonly grave?: boolean;
  fields(context: Context): ActFields;
  toCommand(context: Context, values: Readonly<Record<string, unknown>>): Command;
}

type ContextOf<Act> = Act extends ActOn<infer Context> ? Context : never;

type Typed<Act extends ActOn<never>, F extends ActFields> = Omit<Act, "fields" | "toCommand"> & {
  fields(context: ContextOf<Act>): F;
  toCommand(context: ContextOf<Act>, values: ValuesOf<F>): Command;
};

/** Writes acts of one kind with fields and command kept in step by type; the registry itself forgets the names. */
export const acting =
  <Act extends ActOn<never>>() =>
  <F extends ActFields>(typed: Typed<Act, F>): Act =>
    typed as unknown as Act;
