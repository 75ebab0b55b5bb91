// @vitest-environment jsdom
import { render } from "preact";
import { describe, expect, test } from "vitest";
import { toBlocks } from "../src/text/blocks";
import { Typeset } from "../src/text/typeset";
import { type Citation } from "../src/wire";

function show(text: string, ...addresses: string[]): HTMLElement {
  const page = document.createElement("div");
  const sources = addresses.map((url) => ({ url }) as Citation);
  render(<Typeset text={text} sources={sources} />, page);
  return page;
}

test("paragraphs, bold words, lists and tables are understood", () => {
  const text = "Within **24 hours** there is a fee:\n\n| Notice | Fee |\n|---|---|\n| 2 to 24 hours | **$25** |\n\n- by phone\n- in the app\n\n3. Sign in";
  expect(toBlocks(text)).toEqual([
    {
      type: "paragraph",
      lines: [[{ type: "text", text: "Within " }, { type: "bold", text: "24 hours" }, { type: "text", text: " there is a fee:" }]],
    },
    {
      type: "table",
      head: [[{ type: "text", text: "Notice" }], [{ type: "text", text: "Fee" }]],
      rows: [[[{ type: "text", text: "2 to 24 hours" }], [{ type: "bold", text: "$25" }]]],
    },
    { type: "list", ordered: false, start: 1, rows: [[{ type: "text", text: "by phone" }], [{ type: "text", text: "in the app" }]] },
    { type: "list", ordered: true, start: 3, rows: [[{ type: "text", text: "Sign in" }]] },
  ]);
});

test("a line break inside a paragraph stays a line break", () => {
  expect(show("Monday 8 to 18\nSunday closed").innerHTML).toBe(
    '<div class="typeset" dir="auto"><p>Monday 8 to 18<br>Sunday closed</p></div>',
  );
});

test("an address becomes a link only when it is one of the answer's sources", () => {
  const page = show(
    "Read [billing](https://clinic.example/billing), https://clinic.example/billing. Not [this](https://evil.example/) or https://evil.example/x",
    "https://clinic.example/billing",
  );
  const links = [...page.querySelectorAll("a")];
  expect(links.map((link) => [link.textContent, link.href, link.rel, link.target])).toEqual([
    ["billing", "https://clinic.example/billing", "noopener noreferrer nofollow", "_blank"],
    ["https://clinic.example/billing", "https://clinic.example/billing", "noopener noreferrer nofollow", "_blank"],
  ]);
  expect(page.textContent).toContain("Not this or https://evil.example/x");
});

describe("hostile text", () => {
  const HOSTILE = [
    "<script>window.hit=1</script>",
    "<img src=x onerror=window.hit=1>",
    "<svg/onload=window.hit=1>",
    "**<iframe srcdoc='<script>parent.hit=1</script>'>**",
    "[click](javascript:window.hit=1)",
    "[click](java\tscript:window.hit=1)",
    "[click](data:text/html,<script>window.hit=1</script>)",
    "[click](vbscript:msgbox)",
    "![pixel](https://evil.example/pixel.png)",
    "| <b onmouseover=window.hit=1>x</b> | y |",
    "- <a href='javascript:window.hit=1'>x</a>",
    "&lt;script&gt;window.hit=1&lt;/script&gt;",
    "<style>@import 'https://evil.example/x.css'</style>",
    "https://clinic.example@evil.example/",
    "https://user:secret@clinic.example/",
    "\u202egnp.exe",
  ];
  const ALLOWED = new Set(["DIV", "P", "BR", "STRONG", "UL", "OL", "LI", "TABLE", "THEAD", "TBODY", "TR", "TH", "TD", "SUP"]);

  test.each(HOSTILE)("%j is shown as words and runs nothing", (text) => {
    const page = show(text, "javascript:window.hit=1", "data:text/html,x", "https://user:secret@clinic.example/");
    document.body.append(page);
    const elements = [...page.querySelectorAll("*")];
    expect(elements.map((element) => element.tagName).filter((tag) => !ALLOWED.has(tag))).toEqual([]);
    expect(elements.flatMap((element) => [...element.attributes].map((a) => a.name)).filter((name) => name.startsWith("on"))).toEqual([]);
    expect((window as unknown as { hit?: number }).hit).toBeUndefined();
    page.remove();
  });

  test("a listed source is a link even beside hostile words", () => {
    expect(show("<b>x</b> https://clinic.example/", "https://clinic.example/").querySelectorAll("a").length).toBe(1);
  });
});

test("ten thousand unclosed marks are typeset at once", () => {
  const started = performance.now();
  toBlocks("[".repeat(10_000) + "**".repeat(10_000) + "|".repeat(10_000));
  expect(performance.now() - started).toBeLessThan(1_000);
});
