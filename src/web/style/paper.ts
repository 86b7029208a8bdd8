/** An instrument on paper, in the layout of Decree 30/2020/NĐ-CP Annex I: A4, margins 20, 20, 20 and 30 mm, Times New Roman, black. */

export const paperStyle = `
.paper { font: 13pt/1.38 "Times New Roman", "Liberation Serif", serif; color: #000; background: #fff; max-width: 210mm; padding: 20mm 20mm 20mm 30mm; border: 1px solid var(--rule-2); margin: 0 0 16px; overflow-wrap: normal; }
.paper h2 { font-size: 14pt; text-align: center; margin: 16pt 0 0; }
.paper p { margin: 6pt 0; text-align: justify; text-indent: 10mm; }
.paper .heads { display: grid; grid-template-columns: 5fr 6fr; gap: 0 8mm; }
.paper .heads p { text-indent: 0; text-align: center; margin: 0; font-size: 12pt; }
.paper .heads .motto { font-size: 13pt; }
.paper .ruled::after { content: ""; display: block; width: 40%; margin: 2pt auto 6pt; border-top: 1px solid #000; }
.paper .subject { text-align: center; font-weight: bold; text-indent: 0; margin: 0; }
.paper .to { text-align: center; text-indent: 0; margin: 10pt 0; }
.paper .feet { display: grid; grid-template-columns: 1fr 1fr; margin-top: 14pt; break-inside: avoid; }
.paper .feet p { text-indent: 0; margin: 0; font-size: 11pt; text-align: left; }
.paper .feet .signatory { text-align: center; font-size: 13pt; font-weight: bold; }
.paper .check { border-top: 1px solid #000; margin-top: 16pt; padding-top: 4pt; font-size: 9pt; text-indent: 0; }
.paper .annex { break-before: page; }
.paper table { font-size: 11pt; border: 1px solid #000; }
.paper th, .paper td { border: 1px solid #000; padding: 2pt 4pt; }
.paper caption { text-align: center; font-style: italic; font-weight: normal; }
@page instrument { margin: 20mm 20mm 20mm 30mm; @top-center { content: counter(page); font: 13pt "Times New Roman", serif; } }
@page instrument:first { @top-center { content: ""; } }
@media print {
  .paper { page: instrument; border: 0; padding: 0; margin: 0; max-width: none; }
  body:has(.paper) .bar, body:has(.paper) .as-of, body:has(.paper) h1, body:has(.paper) main > :not(.paper) { display: none; }
}
`;
