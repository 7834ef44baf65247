// Lists every crate that is compiled into the app, as CycloneDX 1.5: `make sbom` writes target/sbom.cdx.json.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";

const TARGET = "wasm32-unknown-unknown";
const flags = ["metadata", "--locked", "--offline", "--format-version", "1", "--filter-platform", TARGET];
const { packages, resolve } = JSON.parse(execFileSync("cargo", flags, { maxBuffer: 1 << 28 }));
const byId = new Map(packages.map((it) => [it.id, it]));
const nodes = new Map(resolve.nodes.map((it) => [it.id, it]));
const isShipped = ({ dep_kinds: kinds }) => kinds.some(({ kind }) => kind === null);

const reached = new Set([resolve.root]);
for (const id of reached) for (const dep of nodes.get(id).deps) if (isShipped(dep)) reached.add(dep.pkg);

const sums = new Map(
  [...readFileSync("Cargo.lock", "utf8").matchAll(/name = "(.+)"\nversion = "(.+)"\n(?:source.+\n)?(?:checksum = "(.+)")?/g)].map(
    ([, name, version, sum]) => [`${name}@${version}`, sum],
  ),
);
const refOf = ({ name, version }) => `pkg:cargo/${name}@${version}`;
const component = (it) => ({
  type: it.id === resolve.root ? "application" : "library",
  "bom-ref": refOf(it),
  name: it.name,
  version: it.version,
  purl: refOf(it),
  ...(it.license && { licenses: [{ expression: it.license.replaceAll("/", " OR ") }] }),
  ...(sums.get(`${it.name}@${it.version}`) && { hashes: [{ alg: "SHA-256", content: sums.get(`${it.name}@${it.version}`) }] }),
});
const all = [...reached].map((id) => byId.get(id)).sort((a, b) => (refOf(a) < refOf(b) ? -1 : 1));
const root = byId.get(resolve.root);
const body = {
  metadata: { component: component(root) },
  components: all.filter((it) => it !== root).map(component),
  dependencies: all.map((it) => ({
    ref: refOf(it),
    dependsOn: nodes.get(it.id).deps.filter(isShipped).map((dep) => refOf(byId.get(dep.pkg))).sort(),
  })),
};
// The same crates give the same bytes: the number is made of what is listed, and no date is in it.
const hex = createHash("sha256").update(JSON.stringify(body)).digest("hex");
const serial = `urn:uuid:${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
const sbom = { bomFormat: "CycloneDX", specVersion: "1.5", serialNumber: serial, version: 1, ...body };

const unlicensed = sbom.components.filter((it) => !it.licenses);
if (sbom.components.length < 10 || unlicensed.length) {
  console.error(`${sbom.components.length} crates, without a licence: ${unlicensed.map((it) => it.name)}`);
  process.exit(1);
}
mkdirSync("target", { recursive: true });
writeFileSync("target/sbom.cdx.json", `${JSON.stringify(sbom, null, 1)}\n`);
console.log(`${sbom.components.length} crates in target/sbom.cdx.json`);
