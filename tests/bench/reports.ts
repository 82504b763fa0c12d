import { progressReport } from "../../app/application/documents/progress-report";
import type { Services } from "../../app/application/services";
import type { Actor } from "../../app/domain/case/context";
import { progressBar } from "../../scripts/progress-bar";
import { type Measured, measure } from "./measure";

/**
 * Draws and records a progress report for one case after another, each once, with a bar on standard error.
 * @param actorFor somebody else each time, or the same paper of a case would be given out again
 */
export function drawReports(services: Services, actorFor: () => Actor, numberAt: (run: number) => string, count: number): Promise<Measured> {
  const show = progressBar(`${count} reports`);
  let drawn = 0;
  return measure(count, async () => {
    const report = await progressReport(services, actorFor(), {
      projectNo: numberAt(drawn++),
      locale: "zh-CN",
      verifyUrl: (code) => `http://127.0.0.1/verify/${code}`,
    });
    if (!report.ok || report.reissued) throw new Error("no new report");
    show(Math.min(drawn, count), count);
    return report.pdf;
  });
}
