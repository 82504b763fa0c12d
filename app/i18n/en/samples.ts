import type { samples as zh } from "../zh-CN/samples";

export const samples: Record<keyof typeof zh, string> = {
  "sample.reference": "Blank sample",
  "sample.how":
    "This is a blank sample; it holds once it is filled in, signed and sealed. Whoever signs online need not fill it in: the system writes the same words from what is registered.",
  "sample.risk.title": "Risk commitment letter for simulated approval",
  "sample.risk.body":
    "We apply of our own will for simulated approval. We know that a simulated opinion has no legal force and that nothing is permitted before the precondition is met. We promise the following.",
  "sample.project.title": "Project commitment letter",
  "sample.project.standards": "Annex: list of standards (handed down by the authority)",
  "sample.notice.standards": "Conditions told, and how each is met",
  "sample.collection.title": "Power of attorney to collect results",
  "sample.collection.body":
    "We authorise the person below to collect results at the centre. What that person signs for within this power counts as signed for by us.",
  "sample.collection.agent": "The person authorised",
  "sample.collection.name": "Name",
  "sample.collection.phone": "Phone",
  "sample.collection.document": "Identity document no.",
  "sample.collection.items": "Results to be collected",
  "sample.collection.papers": "Permit or approval",
  "sample.collection.powers": "Scope of the power",
  "sample.collection.power.collect": "To check and sign for the permits, approvals and other papers above.",
  "sample.collection.power.no-more": "Not to change or withdraw an application, sign a promise or give up a right.",
  "sample.collection.power.term": "Valid to {day}.",
  "sample.collection.power.bring": "To be shown in the original, with the identity document of the person authorised.",
  "sample.sign.agent": "Authorised (sign)",
  "sample.list": "Blank samples",
  "sample.list.text": "Blank letters and powers of attorney to print and fill in, in the words they are signed in.",
  "sample.portal": "Blank samples",
  "guide.notice-pdf": "Sample notice commitment",
  "guide.paper.notice": "Notice-commitment letter (sample)",
  "guide.paper.risk": "Risk commitment letter for simulated approval (sample)",
  "guide.paper.project": "Project commitment letter (sample)",
  "guide.paper.collection": "Power of attorney to collect results (sample)",
  "verify.guide.matches": "Your file is, byte for byte, what is published under these rules.",
  "verify.guide.differs": "The file differs from what is published",
  "verify.guide.differs.text":
    "The number is genuine, but your file is not what these rules give now: it was altered, or the centre's windows have changed since you downloaded it. Please download it again and compare.",
};
