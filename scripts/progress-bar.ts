const WIDTH = 30;

/**
 * A bar on standard error that a terminal sees move and a log file sees once every tenth.
 * @returns what to call with the number done and the number there are
 */
export function progressBar(label: string): (done: number, of: number) => void {
  const terminal = process.stderr.isTTY === true;
  let shown = -1;
  return (done, of) => {
    const step = Math.floor(((terminal ? 100 : 10) * done) / Math.max(of, 1));
    if (step === shown) return;
    shown = step;
    const filled = Math.floor((WIDTH * done) / Math.max(of, 1));
    const line = `${label} ${"█".repeat(filled)}${"░".repeat(WIDTH - filled)} ${done}/${of}`;
    process.stderr.write(terminal ? `\r${line}${done === of ? "\n" : ""}` : `${line}\n`);
  };
}
