// Reads a PDF with pdf.js as a browser would, without a canvas: node read-with-pdfjs.mjs PDF.MJS FILE
// Prints {"pages": [text …], "warnings": [line …]}.
import { readFileSync } from "node:fs";

// Classes of a browser that are made when the library loads and never used without a canvas.
for (const name of ["DOMMatrix", "ImageData", "Path2D"]) globalThis[name] ??= class {};

const warnings = [];
const collect = (...words) => warnings.push(words.join(" "));
const silent = () => {};
Object.assign(console, { log: silent, warn: silent, error: silent });
const { getDocument, VerbosityLevel } = await import(process.argv[2]);
Object.assign(console, { log: collect, warn: collect, error: collect });

const pdf = await getDocument({
  data: new Uint8Array(readFileSync(process.argv[3])),
  verbosity: VerbosityLevel.WARNINGS,
  useSystemFonts: false,
}).promise;
const pages = [];
for (let number = 1; number <= pdf.numPages; number++) {
  const page = await pdf.getPage(number);
  const text = await page.getTextContent({ disableNormalization: true });
  // What a page draws is read too: fonts, paths and images have warnings of their own.
  await page.getOperatorList();
  pages.push(text.items.map((item) => item.str ?? "").join(""));
  page.cleanup();
}

// What is left of the library would keep the program alive; a pipe takes 64 kB at once, so that it ends when all is out.
process.stdout.write(JSON.stringify({ pages, warnings }), () => process.exit(0));
