import { and, eq, like } from "drizzle-orm";
import { DEMO_PREFIX } from "../../../db/seeds/people";
import { type DemoWindow, LETTER_ENDED, LETTERS_FROM, letterNo, windows } from "../../../db/seeds/windows";
import type { Actor } from "../../domain/case/context";
import { isTracked } from "../../domain/case/moves";
import type { WindowCommand } from "../../domain/centre/window";
import type { Pack } from "../../domain/pack/pack";
import { changeWindow } from "../change-window";
import type { Services } from "../services";

/** Opens the demo windows, with their letters and people, by the acts an administrator gives. Throws when a rule refuses one. */
export async function raiseDemoWindows(services: Services): Promise<void> {
  const { q, t } = services.db;
  const centres = await q.select({ id: t.centre.id, code: t.centre.code, packId: t.centre.packId }).from(t.centre);
  for (const { id: centreId, code, packId } of centres) {
    const people = await q
      .select({ signInName: t.person.signInName, id: t.person.id, name: t.person.name, role: t.personRole.role })
      .from(t.person)
      .innerJoin(t.personRole, and(eq(t.personRole.personId, t.person.id), eq(t.personRole.centreId, centreId)))
      .where(like(t.person.signInName, `${DEMO_PREFIX}%`));
    const found = people.find((person) => person.role === "admin");
    if (!found) continue;
    const admin: Actor = { personId: found.id, name: found.name, role: "admin", centreId, departmentCode: null, enterpriseIds: [] };
    for (const window of windows.filter((one) => one.centre === code)) {
      for (const [n, command] of commandsOf(window, people, services.pack(packId)).entries()) {
        const outcome = await changeWindow(services, admin, n === 0 ? null : window.code, command, `demo-window:${window.code}:${n}`);
        if (!outcome.ok) throw new Error(`demo window ${window.code}: ${command.type} was refused: ${JSON.stringify(outcome.error)}`);
      }
    }
  }
}

function commandsOf(
  window: DemoWindow,
  people: readonly { readonly signInName: string; readonly id: string; readonly name: string }[],
  pack: Pack,
): readonly WindowCommand[] {
  const { centre, seats, lettersExcept, expired, ...facts } = window;
  const deciding = new Set(pack.items.filter((item) => !isTracked(item)).map((item) => item.decidingDepartment));
  const letters =
    lettersExcept === null ? [] : pack.departments.filter(({ code }) => deciding.has(code) && !lettersExcept.includes(code)).map(({ code }) => code);
  const letter = (departmentCode: string, n: number, validTo: string | null): WindowCommand => ({
    type: "sign-letter",
    departmentCode,
    itemCodes: null,
    letterNo: letterNo(window.code, n),
    signedBy: pack.departments.find((department) => department.code === departmentCode)?.name.zh ?? departmentCode,
    validFrom: LETTERS_FROM,
    validTo,
  });
  return [
    { type: "open-window", ...facts },
    ...letters.map((code, n) => letter(code, n + 1, null)),
    ...(expired === null ? [] : [letter(expired, letters.length + 1, LETTER_ENDED)]),
    ...seats.flatMap(({ person, certificateNo, certificateValidTo }): readonly WindowCommand[] => {
      const seated = people.find((one) => one.signInName === `${DEMO_PREFIX}${centre.toLowerCase()}-${person}`);
      if (!seated) throw new Error(`the demo has no ${person} in ${centre}`);
      return [{ type: "seat-person", personId: seated.id, personName: seated.name, certificateNo, certificateValidTo, on: LETTERS_FROM }];
    }),
  ];
}
