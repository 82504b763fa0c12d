/**
 * Comfort for those who have script: nothing on any page depends on it. Texts it speaks come with the page,
 * in data attributes of `body`.
 */
const { body } = document;

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

/** What a form holds, to tell whether anything was typed. */
const contentOf = (form: HTMLFormElement): string => new URLSearchParams(new FormData(form) as unknown as Record<string, string>).toString();

/** What was wrong is read first. */
document.querySelector<HTMLElement>("[data-errors]")?.focus();

/** Forms that change something: leaving with typed text asks once, sending twice sends once. */
const unsent = new Map<HTMLFormElement, string>();
for (const form of document.querySelectorAll<HTMLFormElement>("form[data-guard]")) {
  unsent.set(form, contentOf(form));
  form.addEventListener("submit", (event) => {
    if (form.dataset.sent) {
      event.preventDefault();
      return;
    }
    form.dataset.sent = "yes";
    unsent.delete(form);
    for (const button of form.querySelectorAll("button")) button.setAttribute("aria-disabled", "true");
  });
}

addEventListener("beforeunload", (event) => {
  for (const [form, before] of unsent) if (!form.querySelector("[type=password]") && contentOf(form) !== before) event.preventDefault();
});

/** Back from the next page: the form may be sent again. */
addEventListener("pageshow", (event) => {
  if (!event.persisted) return;
  for (const form of document.querySelectorAll<HTMLFormElement>("form[data-sent]")) {
    delete form.dataset.sent;
    unsent.set(form, contentOf(form));
    for (const button of form.querySelectorAll("button")) button.removeAttribute("aria-disabled");
  }
});

addEventListener("keydown", (event) => {
  if (event.key === "/" && !event.ctrlKey && !event.metaKey && !event.altKey && !isTyping(event.target)) {
    const search = document.querySelector<HTMLInputElement>("[data-search]");
    if (search) {
      event.preventDefault();
      search.focus();
      search.select();
    }
  }
  if (event.key === "Escape") closeMenus(true);
});

/** Menus close on Escape, which gives the focus back, and on a click elsewhere. */
function closeMenus(refocus: boolean, except?: Node): void {
  for (const menu of document.querySelectorAll<HTMLDetailsElement>("details.menu[open]")) {
    if (except && menu.contains(except)) continue;
    menu.open = false;
    if (refocus) menu.querySelector("summary")?.focus();
  }
}

addEventListener("click", (event) => {
  const target = event.target instanceof Element ? event.target : null;
  closeMenus(false, target ?? undefined);
  if (target?.closest("[data-print]")) print();
});

/** A number worth copying gets a button; without script there is none, because it could do nothing. */
for (const place of document.querySelectorAll<HTMLElement>("main [data-copy]")) {
  if (!navigator.clipboard) break;
  const button = document.createElement("button");
  button.type = "button";
  button.className = "copy";
  button.textContent = body.dataset.wordCopy ?? "";
  const status = document.createElement("span");
  status.setAttribute("role", "status");
  status.className = "visually-hidden";
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(place.dataset.copy || place.textContent || "");
    button.textContent = status.textContent = body.dataset.wordCopied ?? "";
  });
  place.after(button, status);
}

export {};
