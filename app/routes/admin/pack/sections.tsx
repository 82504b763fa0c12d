import type { PackPage } from "../../../application/queries/pack-page";
import { Stack } from "../../../components";
import { PackProvider } from "../pieces/sourced";
import { AboutCard } from "./about-card";
import { BasisCard, BodiesCards, ClockCards, PracticeCards, QuestionsCard } from "./cards";
import { ItemsCard } from "./items-card";

/** One part of the rules of a place, every value with its source. */
export const PackSections = ({ page }: { page: PackPage }) => (
  <PackProvider pack={page.pack}>
    <Stack>
      <Part page={page} />
    </Stack>
  </PackProvider>
);

function Part({ page }: { page: PackPage }) {
  switch (page.part) {
    case "clock":
      return (
        <>
          <AboutCard page={page} />
          <BasisCard />
          <ClockCards />
        </>
      );
    case "practice":
      return <PracticeCards />;
    case "catalogue":
      return (
        <>
          <BodiesCards />
          <QuestionsCard />
        </>
      );
    case "items":
      return <ItemsCard page={page} />;
  }
}
