/** Path commands as fontkit gives them, in font units. */
export interface PathCommand {
  readonly command: string;
  readonly args: readonly number[];
}

/**
 * How finely a face is drawn, in 1/1000 em: points lie on a grid, and curves may leave the original by a tolerance. Small
 * text bears a coarser grid than headings.
 */
export interface Fineness {
  readonly grid: number;
  readonly tolerance: number;
}

/** Most segments of the original that one segment may stand for. */
const MOST_MERGED = 6;
const SAMPLES = 6;

type Point = readonly [x: number, y: number];
/** A line, or a quadratic curve when `via` is given. */
interface Segment {
  readonly from: Point;
  readonly via: Point | null;
  readonly to: Point;
}
interface OutlinePoint {
  readonly x: number;
  readonly y: number;
  readonly on: boolean;
}

/**
 * One `glyf` record (OpenType 1.9, simple glyph) of a simplified outline, in units of the grid; empty for a glyph without ink.
 * Every glyph claims the same `box`: viewers only need it not to be too small, and equal bytes cost nothing.
 */
export function glyphRecord(
  path: readonly PathCommand[],
  box: readonly [xMin: number, yMin: number, xMax: number, yMax: number],
  { grid, tolerance }: Fineness,
): Uint8Array {
  const contours = contoursOf(path)
    .map((segments) => onGrid(merged(segments, tolerance), grid))
    .filter((points) => points.length > 2);
  if (contours.length === 0) return new Uint8Array(0);
  const bytes: number[] = [];
  const word = (value: number): void => {
    bytes.push((value >> 8) & 0xff, value & 0xff);
  };
  word(contours.length);
  for (const edge of box) word(edge);
  let last = -1;
  for (const points of contours) {
    last += points.length;
    word(last);
  }
  word(0);
  writePoints(contours.flat(), bytes);
  if (bytes.length % 2 !== 0) bytes.push(0);
  return Uint8Array.from(bytes);
}

function contoursOf(path: readonly PathCommand[]): readonly (readonly Segment[])[] {
  const contours: Segment[][] = [];
  let start: Point = [0, 0];
  let at: Point = [0, 0];
  for (const { command, args } of path) {
    const [a = 0, b = 0, c = 0, d = 0] = args;
    const own = contours.at(-1);
    if (command === "moveTo") {
      contours.push([]);
      start = [a, b];
      at = start;
    } else if (command === "lineTo") {
      own?.push({ from: at, via: null, to: [a, b] });
      at = [a, b];
    } else if (command === "quadraticCurveTo") {
      own?.push({ from: at, via: [a, b], to: [c, d] });
      at = [c, d];
    } else if (command === "closePath") {
      if (at[0] !== start[0] || at[1] !== start[1]) own?.push({ from: at, via: null, to: start });
      at = start;
    } else {
      throw new Error(`an outline with ${command} is not TrueType`);
    }
  }
  return contours.filter((segments) => segments.length > 1);
}

/** Joins neighbours into one line or curve wherever the outline stays within the tolerance. */
function merged(segments: readonly Segment[], tolerance: number): readonly Segment[] {
  const out: Segment[] = [];
  for (let index = 0; index < segments.length; ) {
    let best = segments[index] as Segment;
    let end = index + 1;
    while (end < segments.length && end - index < MOST_MERGED) {
      const joined = asOne(segments.slice(index, end + 1), tolerance);
      if (!joined) break;
      best = joined;
      end++;
    }
    out.push(best);
    index = end;
  }
  return out;
}

function asOne(segments: readonly Segment[], tolerance: number): Segment | null {
  const first = segments[0] as Segment;
  const last = segments.at(-1) as Segment;
  const original = samplesOf(segments, SAMPLES);
  if (original.every((point) => distance(point, [first.from, last.to]) <= tolerance / 2)) return { from: first.from, via: null, to: last.to };
  if (segments.every((segment) => segment.via === null)) return null;
  const via = crossing(first.from, first.via ?? first.to, last.via ?? last.from, last.to);
  if (!via) return null;
  const joined: Segment = { from: first.from, via, to: last.to };
  const drawn = samplesOf([joined], 10);
  const near = original.every((point) => distance(point, drawn) <= tolerance) && drawn.every((point) => distance(point, original) <= tolerance);
  return near ? joined : null;
}

/** Where the tangents at both ends meet, ahead of the first and behind the last; null when they do not. */
function crossing(from: Point, ahead: Point, behind: Point, to: Point): Point | null {
  const [ax, ay] = [ahead[0] - from[0], ahead[1] - from[1]];
  const [bx, by] = [behind[0] - to[0], behind[1] - to[1]];
  const turn = ax * by - ay * bx;
  if (Math.abs(turn) < 1e-6) return null;
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  const along = (dx * by - dy * bx) / turn;
  const back = (dx * ay - dy * ax) / turn;
  return along > 0 && back > 0 ? [from[0] + along * ax, from[1] + along * ay] : null;
}

function samplesOf(segments: readonly Segment[], count: number): readonly Point[] {
  const points: Point[] = [(segments[0] as Segment).from];
  for (const { from, via, to } of segments) {
    if (via === null) points.push(to);
    else {
      for (let step = 1; step <= count; step++) {
        const t = step / count;
        const [p, q, r] = [(1 - t) ** 2, 2 * t * (1 - t), t * t];
        points.push([p * from[0] + q * via[0] + r * to[0], p * from[1] + q * via[1] + r * to[1]]);
      }
    }
  }
  return points;
}

/** Distance of a point from a chain of straight pieces. */
function distance([x, y]: Point, chain: readonly Point[]): number {
  let least = Number.POSITIVE_INFINITY;
  for (let index = 1; index < chain.length; index++) {
    const [ax, ay] = chain[index - 1] as Point;
    const [bx, by] = chain[index] as Point;
    const [dx, dy] = [bx - ax, by - ay];
    const length = dx * dx + dy * dy;
    const t = length === 0 ? 0 : Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / length));
    least = Math.min(least, Math.hypot(ax + t * dx - x, ay + t * dy - y));
  }
  return least;
}

/** Points on the grid, without those that say nothing: repeated, halfway between two controls, or on a straight line. */
function onGrid(segments: readonly Segment[], grid: number): readonly OutlinePoint[] {
  const at = ([x, y]: Point, on: boolean): OutlinePoint => ({ x: Math.round(x / grid), y: Math.round(y / grid), on });
  const points: OutlinePoint[] = [];
  for (const { from, via } of segments) {
    points.push(at(from, true));
    if (via) points.push(at(via, false));
  }
  for (let index = 0; index < points.length && points.length > 2; ) {
    const before = points[(index + points.length - 1) % points.length] as OutlinePoint;
    const point = points[index] as OutlinePoint;
    const after = points[(index + 1) % points.length] as OutlinePoint;
    if (isIdle(before, point, after)) {
      points.splice(index, 1);
      index = Math.max(index - 1, 0);
    } else index++;
  }
  return points;
}

function isIdle(before: OutlinePoint, point: OutlinePoint, after: OutlinePoint): boolean {
  if (point.on && after.on && point.x === after.x && point.y === after.y) return true;
  if (!point.on) return (point.x === after.x && point.y === after.y && after.on) || (point.x === before.x && point.y === before.y && before.on);
  if (!before.on && !after.on) return before.x + after.x === 2 * point.x && before.y + after.y === 2 * point.y;
  return before.on && after.on && (point.x - before.x) * (after.y - point.y) === (point.y - before.y) * (after.x - point.x);
}

const ON = 1;
const X_BYTE = 2;
const Y_BYTE = 4;
const REPEATED = 8;
/** With `X_BYTE`: the step is positive; without it: there is no step. The same for y. */
const X_PLUS = 16;
const Y_PLUS = 32;

function writePoints(points: readonly OutlinePoint[], bytes: number[]): void {
  const flags: number[] = [];
  const across: number[] = [];
  const up: number[] = [];
  let [x, y] = [0, 0];
  const step = (by: number, byte: number, plus: number, into: number[]): number => {
    if (by === 0) return plus;
    if (Math.abs(by) < 256) {
      into.push(Math.abs(by));
      return by > 0 ? byte | plus : byte;
    }
    into.push((by >> 8) & 0xff, by & 0xff);
    return 0;
  };
  for (const point of points) {
    flags.push((point.on ? ON : 0) | step(point.x - x, X_BYTE, X_PLUS, across) | step(point.y - y, Y_BYTE, Y_PLUS, up));
    [x, y] = [point.x, point.y];
  }
  for (let index = 0; index < flags.length; ) {
    let same = index;
    while (same + 1 < flags.length && flags[same + 1] === flags[index] && same - index < 255) same++;
    const flag = flags[index] as number;
    if (same - index >= 2) bytes.push(flag | REPEATED, same - index);
    else for (let one = index; one <= same; one++) bytes.push(flag);
    index = same + 1;
  }
  for (const value of across) bytes.push(value);
  for (const value of up) bytes.push(value);
}
