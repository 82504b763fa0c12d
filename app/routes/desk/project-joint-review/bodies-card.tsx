import type { ReviewPage } from "../../../application/queries/joint-reviews";
import type { BodyView } from "../../../application/queries/review-view";
import { Card, DataTable, Tag, useWords } from "../../../components";
import { Answer } from "../pieces/review-words";

/** Who is called, who came, and what each answered or did not. */
export function BodiesCard({ page: { review } }: { page: ReviewPage }) {
  const { t, pick } = useWords();
  return (
    <Card title={t("reviews.bodies")} tags={<Tag>{t("review.answered", { done: review.answered, all: review.bodies.length })}</Tag>} flush>
      <DataTable
        caption={t("list.of", { name: t("reviews.bodies") })}
        stacked
        rows={review.bodies}
        rowKey={(body) => body.code}
        columns={[
          {
            key: "body",
            header: t("reviews.body"),
            rowHeader: true,
            cell: (body) => (
              <>
                {pick(body.name)} {body.lead && <Tag>{t("reviews.body.lead")}</Tag>}
                <small className="cell-note">{t(body.decides ? "reviews.body.decides" : "reviews.body.asked")}</small>
              </>
            ),
          },
          { key: "came", header: t("reviews.attended"), cell: (body) => <Attended body={body} meets={review.meetOn !== null || review.heldOn !== null} /> },
          { key: "answer", header: t("reviews.answer"), cell: (body) => <Answer body={body} /> },
          { key: "words", header: t("review.conditions"), cell: (body) => <SaidWords body={body} /> },
          { key: "by", header: t("review.by"), cell: (body) => <By body={body} /> },
        ]}
      />
    </Card>
  );
}

function Attended({ body: { officials }, meets }: { body: BodyView; meets: boolean }) {
  const { t } = useWords();
  if (!meets) return <span className="muted">{t("reviews.meet.none")}</span>;
  if (officials === null) return <span className="muted">{t("reviews.attended.open")}</span>;
  return officials.length === 0 ? <span className="muted">{t("reviews.attended.not")}</span> : officials.join(t("list.comma"));
}

function SaidWords({ body: { opinion, silence } }: { body: BodyView }) {
  const { t } = useWords();
  if (silence) return t("reviews.silence.reason", { reason: silence.reason });
  if (!opinion) return "--";
  if (opinion.reason && opinion.conditions.length === 0) return opinion.reason;
  return opinion.conditions.length === 0 ? (
    "--"
  ) : (
    <ul className="plain-list">
      {opinion.conditions.map((condition) => (
        <li key={condition}>{condition}</li>
      ))}
    </ul>
  );
}

function By({ body: { opinion, silence } }: { body: BodyView }) {
  const { t, day } = useWords();
  if (opinion) return t("reviews.silence.by", { name: opinion.byName, day: day(opinion.givenOn) });
  return silence ? t("reviews.silence.by", { name: silence.byName, day: day(silence.recordedOn) }) : "--";
}
