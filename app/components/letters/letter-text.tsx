import type { Letter } from "../../domain/case/letter";
import { useWords } from "../words";
import { CommitmentPlainWords, CommitmentText } from "./commitment-text";
import { NoticeLetterText, NoticePlainWords } from "./notice-text";
import { RiskPlainWords, RiskText } from "./risk-text";

/** What the letter means, as one would say it across a table. */
export function PlainWords({ letter }: { letter: Letter }) {
  switch (letter.kind) {
    case "simulation-risk":
      return <RiskPlainWords letter={letter} />;
    case "notice-commitment":
      return <NoticePlainWords letter={letter} />;
    case "project-commitment":
      return <CommitmentPlainWords />;
  }
}

/** The letter in the words of the law. */
function LawWords({ letter }: { letter: Letter }) {
  switch (letter.kind) {
    case "simulation-risk":
      return <RiskText letter={letter} />;
    case "notice-commitment":
      return <NoticeLetterText letter={letter} />;
    case "project-commitment":
      return <CommitmentText letter={letter} />;
  }
}

/** The letter itself: exactly the facts its digest is taken of. */
export function LetterText({ letter, digest }: { letter: Letter; digest: string }) {
  const { t } = useWords();
  return (
    <article className="letter">
      <div className="letter__text">
        <LawWords letter={letter} />
      </div>
      <p className="muted small letter__digest-line">
        {t("letter.digest")} <span className="mono letter__digest">{digest}</span>
      </p>
    </article>
  );
}
