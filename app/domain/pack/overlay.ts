/** Entries of the level above in their order, replaced by those of the same code, then the new ones. */
export function overlay<T extends { readonly code: string }>(
  above: readonly T[] | undefined,
  own: Readonly<Record<string, Omit<T, "code"> | undefined>> | undefined,
): readonly T[] {
  const merged = new Map<string, T>((above ?? []).map((entry) => [entry.code, entry]));
  for (const [code, entry] of Object.entries(own ?? {})) merged.set(code, { code, ...entry } as unknown as T);
  return [...merged.values()];
}
