/**
 * A file to be shown in the browser.
 * @param name without ending; letters, digits and hyphens
 * @param cache "private, no-store" for papers that name people
 */
export const pdfResponse = (pdf: Buffer, name: string, cache: "private, no-store" | "public, max-age=300"): Response =>
  new Response(new Uint8Array(pdf), {
    headers: {
      "Content-Type": "application/pdf",
      "Content-Length": String(pdf.byteLength),
      "Content-Disposition": `inline; filename="${name}.pdf"`,
      "Cache-Control": cache,
    },
  });
