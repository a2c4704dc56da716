import { Columns, meanings, messageIn } from "./codes";
declare const console: { log(text: string): void };

function show(...values: unknown[]): void {
  console.log(values.join("|"));
}

const [busy, late] = meanings(Columns.Busy);
if (busy && late) {
  const http: number = busy.http;
  const quota: bigint = busy.quota;
  show(busy.section, busy.sectionName, busy.sectionEn, busy.messageEn);
  show(http, busy.weight, busy.fatal, busy.retry.advice, busy.retry.times);
  show(busy.class, quota, busy.is, busy.id);
  show(late.name, late.retry.advice, late.class === undefined);
  show(meanings(Columns.Success)[0]?.section === undefined);
  for (const tag of ["en-GB", "it_IT", "nb-NO", "zh-Hant-HK", "zh-TW", "zh", "fr", ""]) {
    show(messageIn(busy, tag), messageIn(late, tag));
  }
}
