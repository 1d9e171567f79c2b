// Sends from the trackers of Segment, RudderStack and Snowplow, unchanged: node send.mjs MODULES ADDRESS WRITE_KEY
import { createRequire } from "node:module";

const [modules, address, key] = process.argv.slice(2);
const require = createRequire(`${modules}/`);
const { Analytics } = require("@segment/analytics-node");
const Rudder = require("@rudderstack/rudder-sdk-node");
const snowplow = require("@snowplow/node-tracker");

function failed(...why) {
  console.error(...why);
  process.exitCode = 1;
}

const segment = new Analytics({ writeKey: key, host: address, maxRetries: 0 });
segment.on("error", (error) => failed("Segment:", error.code, String(error.reason)));
segment.identify({ userId: "n1", traits: { email: "nils@segment.example", name: "Nils Node" } });
segment.track({ userId: "n1", event: "Demo Requested", properties: { form: "demo" } });
await segment.closeAndFlush();

const rudder = new Rudder(key, { dataPlaneUrl: address, gzip: true, logLevel: "error" });
rudder.identify({ userId: "n2", traits: { email: "nora@rudder.example", name: "Nora Node" } });
rudder.track({ userId: "n2", event: "Webinar Attended", properties: { webinar: "Returns" } });
await rudder.flush();

const tracker = snowplow.newTracker(
  { namespace: "node", appId: "site", encodeBase64: true },
  {
    endpoint: new URL(address).host,
    protocol: "http",
    bufferSize: 1,
    onRequestFailure: (error) => failed("Snowplow:", error),
  },
);
tracker.setDomainUserId("d2");
tracker.track(snowplow.buildPageView({ pageUrl: "https://acme.example/node-prices", pageTitle: "Prices" }));
await tracker.flush();
process.exit();
