import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cleanFileName, extensionOf } from "../../app/application/files/file-name";
import { inspect } from "../../app/application/files/inspect";
import { docx, dwg, dxf, jpeg, ofd, pdf, png, tiff, xlsx, zip } from "../support/file-kit";

const codeOf = async (content: Buffer, name: string) => {
  const looked = await inspect(content, name);
  return looked.ok ? looked.value.kind : looked.error.code;
};

describe("a file is what its content says", () => {
  test.each([
    ["pdf", pdf(), "报告.pdf"],
    ["jpeg", jpeg(), "现场.JPG"],
    ["jpeg", jpeg(), "现场.jpeg"],
    ["png", png(), "截图.png"],
    ["tiff", tiff(), "扫描.tif"],
    ["ofd", ofd(), "批复.ofd"],
    ["docx", docx(), "申请表.docx"],
    ["docx", zip([{ name: "[Content_Types].xml" }, { name: "word/document2.xml" }]), "另存.docx"],
    ["xlsx", xlsx(), "清单.xlsx"],
    ["dwg", dwg(), "总平面图.dwg"],
    ["dxf", dxf(), "总平面图.dxf"],
  ])("R-161: a %s is taken under its own name", async (kind, content, name) => {
    expect(await codeOf(content, name)).toBe(kind);
  });

  test.each([
    ["a program under a document's name", Buffer.concat([Buffer.from("MZ"), Buffer.alloc(400)]), "申请表.pdf", "file-kind-not-allowed"],
    ["a page under a picture's name", Buffer.from("<html><script>alert(1)</script></html>"), "现场.jpg", "file-kind-not-allowed"],
    ["a drawing of the web with script", Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'), "图.png", "file-kind-not-allowed"],
    ["plain text", Buffer.from("你好"), "说明.pdf", "file-kind-not-allowed"],
    ["a picture under a document's name", png(), "报告.pdf", "file-name-disagrees"],
    ["a document without an ending", pdf(), "报告", "file-name-disagrees"],
    ["a document hidden behind two endings", pdf(), "报告.pdf.exe", "file-name-disagrees"],
    ["nothing at all", Buffer.alloc(0), "空.pdf", "file-empty"],
    ["the first half of a document", pdf("x", 5000).subarray(0, 3000), "报告.pdf", "file-kind-not-allowed"],
    ["the first half of a picture", png().subarray(0, 40), "图.png", "file-kind-not-allowed"],
    ["a plain archive", zip([{ name: "报告.pdf", content: pdf() }]), "材料.zip", "file-kind-not-allowed"],
    ["a plain archive under an office name", zip([{ name: "报告.pdf", content: pdf() }]), "材料.docx", "file-kind-not-allowed"],
    ["an empty archive", zip([]), "空.docx", "file-kind-not-allowed"],
    ["half an archive", docx().subarray(0, 60), "申请表.docx", "file-container-broken"],
  ])("R-161: %s is refused", async (_, content, name, code) => {
    expect(await codeOf(content, name)).toBe(code);
  });
});

describe("a container is looked at without being opened", () => {
  const many = Array.from({ length: 5_001 }, (_, n) => ({ name: `word/${n}.xml` }));
  test.each([
    ["unpacks to a thousand times its size", docx({ name: "word/media/1.bin", content: Buffer.alloc(12_000_000) }), "file-container-bomb"],
    ["claims to unpack to more than a gigabyte", docx({ name: "word/1.bin", content: "x", claims: { unpacked: 1_200_000_000 } }), "file-container-bomb"],
    ["has more entries than any document", docx(...many), "file-container-bomb"],
    ["shares its bytes among entries", docx({ name: "word/1.bin", content: "x", claims: { packed: 900_000, unpacked: 900_000 } }), "file-container-bomb"],
    ["leads out of its folder", docx({ name: "../../etc/passwd" }), "file-container-broken"],
    ["has an absolute path", docx({ name: "/etc/passwd" }), "file-container-broken"],
    ["has a path of another system", docx({ name: "word\\..\\..\\x" }), "file-container-broken"],
    ["names an entry twice", docx({ name: "word/document.xml" }), "file-container-broken"],
    ["is locked", docx({ name: "word/1.bin", encrypted: true }), "file-container-locked"],
    ["carries macros", docx({ name: "word/vbaProject.bin" }), "file-container-macros"],
  ])("R-162: one that %s is refused", async (_, content, code) => {
    expect(await codeOf(content, "申请表.docx")).toBe(code);
  });
});

describe("a file's name", () => {
  test.each([
    ["../../etc/passwd.pdf", "passwd.pdf"],
    ["C:\\Users\\陈\\Desktop\\总平面图.dwg", "总平面图.dwg"],
    ["报告\u202Efdp.exe", "报告fdp.exe"],
    ["a\u0000b\u0007c\r\n.pdf", "abc.pdf"],
    ["  .. 报告 . pdf ..  ", "报告 . pdf"],
    ["\u200B\uFEFF.pdf", "pdf"],
    ["NUL.pdf", "_NUL.pdf"],
    ['q"u<o>t|e?*.pdf', "q_u_o_t_e__.pdf"],
    ["", "file"],
    ["e\u0301.pdf", "é.pdf"],
  ])("R-163: %j is shown as %j", (given, shown) => {
    expect(cleanFileName(given)).toBe(shown);
  });

  test("R-163: however it is given, it is one plain line of at most 120 characters that keeps its ending and stays as it is", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 400 }), fc.constantFrom(".pdf", ".docx", ""), (stem, ending) => {
        const name = cleanFileName(stem + ending);
        expect(name).not.toMatch(/[\p{Cc}\p{Cf}/\\:*?"<>|]/u);
        expect([...name].length).toBeLessThanOrEqual(121);
        expect(name.trim()).not.toBe("");
        expect(cleanFileName(name)).toBe(name);
        if (ending !== "" && /[\p{L}\p{N}]/u.test(stem)) expect(`.${extensionOf(name)}`).toBe(ending);
      }),
    );
  });
});
