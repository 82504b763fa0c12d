import type { forms as zh } from "../zh-CN/forms";

export const forms: Record<keyof typeof zh, string> = {
  "form.summary": "There is a problem",
  "form.refused": "This cannot be done",
  "form.error-prefix": "Error: ",
  "form.optional": " (optional)",
  "form.cancel": "Cancel",
  "form.this-field": "This field",
  "form.required": "{label}: fill this in",
  "form.choose": "{label}: choose one",
  "form.too-long": "{label}: {max} characters at most",
  "form.too-short": "{label}: at least {min} characters",
  "form.too-small": "{label}: must be {min} or more",
  "form.too-large": "{label}: must be {max} or less",
  "form.whole": "{label}: must be a whole number, for example 12",
  "form.number": "{label}: must be a number, for example 12600 or 12600.5",
  "form.day": "{label}: must be a real date, for example 2026-03-02",
  "form.day-future": "{label}: cannot be later than today",
  "form.day-past": "{label}: cannot be earlier than today",
  "form.characters": "{label}: has characters that cannot be stored; delete them and type again",
  "form.invalid": "{label}: is not right, please check",
  "form.stale": "This page is out of date; reload it and fill it in again",
};
