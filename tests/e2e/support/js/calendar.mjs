// Reads a calendar file with ical.js, which is not ours, and prints what it holds as JSON: each event with its times,
// its reminders, and every day on which it happens. Fails where ical.js refuses the file.
import { readFileSync } from "node:fs";
import ICAL from "ical.js";

// A plan has fewer; a rule without an end would go on for ever.
const MOST = 10_000;

ICAL.design.strict = true;
const calendar = new ICAL.Component(ICAL.parse(readFileSync(process.argv[2], "utf8")));
const events = calendar.getAllSubcomponents("vevent").map((part) => {
  const event = new ICAL.Event(part);
  const days = [];
  const next = event.iterator();
  for (let at = next.next(); at && days.length < MOST; at = next.next()) days.push(at.toString());
  return {
    uid: event.uid,
    summary: event.summary,
    description: event.description,
    floating: event.startDate.zone === ICAL.Timezone.localTimezone && !event.startDate.isDate,
    zone: part.getFirstProperty("dtstart").getParameter("tzid") ?? null,
    seconds: event.duration.toSeconds(),
    ends: event.component.getFirstPropertyValue("rrule").isFinite(),
    days,
    alarms: part.getAllSubcomponents("valarm").map((alarm) => ({
      action: alarm.getFirstPropertyValue("action"),
      description: alarm.getFirstPropertyValue("description"),
      before: alarm.getFirstPropertyValue("trigger").toSeconds(),
    })),
  };
});
console.log(JSON.stringify({ version: calendar.getFirstPropertyValue("version"), zones: calendar.getAllSubcomponents("vtimezone").length, events }));
