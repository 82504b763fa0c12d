import type { PackPage } from "../../../application/queries/pack-page";
import { Stack } from "../../../components";
import { PackProvider } from "../pieces/sourced";
import { AboutCard } from "./about-card";
import { BasisCard, BodiesCards, ClockCards, PracticeCards, QuestionsCard } from "./cards";
import { ItemsCard } from "./items-card";

/** All rules of one place, every value with its source. */
export const PackSections = ({ page }: { page: PackPage }) => (
  <PackProvider pack={page.pack}>
    <Stack>
      <AboutCard page={page} />
      <BasisCard />
      <ClockCards />
      <PracticeCards />
      <BodiesCards />
      <QuestionsCard />
      <ItemsCard page={page} />
    </Stack>
  </PackProvider>
);
