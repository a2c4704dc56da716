import { Columns, meanings } from "./codes";
declare const console: { log(...values: unknown[]): void };

const [busy, late] = meanings(Columns.Busy);
if (busy && late) {
  const http: number = busy.http;
  const quota: bigint = busy.quota;
  console.log(busy.section, busy.sectionName, busy.sectionEn, busy.en);
  console.log(http, busy.weight, busy.fatal, busy.retry.advice, busy.retry.times, busy.class, quota);
  console.log(late.name, late.retry.advice, late.class === undefined);
}
