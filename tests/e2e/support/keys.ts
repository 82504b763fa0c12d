import { expect, type Locator, type Page } from "@playwright/test";

/** Tabs until the control has the focus, and sees that the focus can be seen. */
export async function tabTo(page: Page, control: Locator, most = 60) {
  for (let presses = 0; presses < most; presses++) {
    await page.keyboard.press("Tab");
    if (await control.evaluate((element) => element === document.activeElement)) {
      expect(await focusShows(control), "the focus can be seen").toBe(true);
      return;
    }
  }
  throw new Error(`${control} is not reached in ${most} presses of Tab`);
}

/** Whether the focused control is drawn with a ring. */
const focusShows = (control: Locator) =>
  control.evaluate((element) => {
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
    return (outlineStyle !== "none" && Number.parseFloat(outlineWidth) >= 2) || boxShadow !== "none";
  });

export async function typeInto(page: Page, label: string | RegExp, text: string) {
  await tabTo(page, page.getByLabel(label));
  await page.keyboard.press("ControlOrMeta+A");
  await page.keyboard.insertText(text);
}

/** What Tab must stop at in the main part: not what is hidden, folded away or switched off, and one of each group of radio buttons. */
const STOPS = "a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex='0']";

/** Tabs through a whole page and sees that every control of its main part is reached, each with a ring, and that none holds the focus. */
export async function walkThrough(page: Page) {
  const wanted = await page.getByRole("main").evaluate((main, stops) => {
    const seen = new Set<string>();
    return [...main.querySelectorAll<HTMLElement>(stops)].filter((element) => {
      if ((element as HTMLInputElement).disabled || !element.checkVisibility({ visibilityProperty: true })) return false;
      const group = element instanceof HTMLInputElement && element.type === "radio" ? `${element.form?.action} ${element.name}` : null;
      if (group !== null && seen.has(group)) return false;
      if (group !== null) seen.add(group);
      return true;
    }).length;
  }, STOPS);
  const reached = new Set<string>();
  const unseen: string[] = [];
  for (let presses = 0; presses < wanted + 60; presses++) {
    await page.keyboard.press("Tab");
    const here = await page.evaluate(() => {
      const element = document.activeElement as HTMLElement | null;
      if (!element || element === document.body || !document.querySelector("main")?.contains(element)) return null;
      const all = [...document.querySelectorAll("main *")];
      const group = element instanceof HTMLInputElement && element.type === "radio" ? `${element.form?.action} ${element.name}` : String(all.indexOf(element));
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
      const ring = (outlineStyle !== "none" && Number.parseFloat(outlineWidth) >= 2) || boxShadow !== "none";
      return { group, ring, is: element.outerHTML.slice(0, 120) };
    });
    if (here === null) {
      if (reached.size > 0) break;
      continue;
    }
    if (!here.ring) unseen.push(here.is);
    reached.add(here.group);
  }
  expect(unseen, "the focus can be seen everywhere").toEqual([]);
  expect(reached.size, "every control of the page is reached, and left again").toBe(wanted);
}
