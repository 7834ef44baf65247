// The response headers of the site, in one place. The build writes them into
// dist/_headers (Netlify, Cloudflare Pages, `make run`) and into the snippets that
// deploy/nginx.conf and deploy/Caddyfile include, so that no host can drift.

/** Features the app asks for; every other one is switched off. */
const ALLOWED = ["autoplay", "screen-wake-lock"];

/** Only names that browsers know: an unknown one is reported on their console. */
const REFUSED = [
  "accelerometer", "browsing-topics", "camera", "compute-pressure", "display-capture",
  "encrypted-media", "gamepad", "geolocation", "gyroscope", "hid", "identity-credentials-get",
  "idle-detection", "keyboard-map", "local-fonts", "magnetometer", "microphone", "midi",
  "otp-credentials", "payment", "picture-in-picture", "publickey-credentials-create",
  "publickey-credentials-get", "serial", "storage-access", "usb", "window-management",
  "xr-spatial-tracking",
];

/** Cache-Control by class of file. */
export const CACHE = {
  hashed: "public, max-age=31536000, immutable",
  checked: "no-cache",
  picture: "public, max-age=86400",
};

/** Content-Security-Policy; `styleHashes` are the hashes of the inline stylesheet. */
export function policy(styleHashes) {
  return [
    "default-src 'none'",
    "script-src 'self' 'wasm-unsafe-eval'",
    `style-src ${["'self'", ...styleHashes.map((hash) => `'${hash}'`)].join(' ')}`,
    "img-src 'self'",
    "font-src 'self'",
    "media-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types default",
  ].join("; ");
}

/** The headers every answer carries, as [name, value] pairs. */
export function securityHeaders(styleHashes) {
  const features = [...ALLOWED.map((name) => `${name}=(self)`), ...REFUSED.map((name) => `${name}=()`)];
  return [
    ["Content-Security-Policy", policy(styleHashes)],
    ["Referrer-Policy", "no-referrer"],
    ["X-Content-Type-Options", "nosniff"],
    ["Cross-Origin-Opener-Policy", "same-origin"],
    ["Cross-Origin-Embedder-Policy", "require-corp"],
    ["Cross-Origin-Resource-Policy", "same-origin"],
    ["Strict-Transport-Security", "max-age=63072000; includeSubDomains; preload"],
    ["Permissions-Policy", features.sort().join(", ")],
  ];
}

/** Text of `_headers`. `hashed` are the names of the files whose name is their content. */
export function headersFile(security, hashed) {
  const rule = (path, pairs) => [path, ...pairs.map(([name, value]) => `  ${name}: ${value}`)].join('\n');
  const cached = (path, value) => rule(path, [["Cache-Control", value]]);
  return `${[
    rule("/*", security),
    cached("/", CACHE.checked),
    cached("/index.html", CACHE.checked),
    cached("/sw.js", CACHE.checked),
    cached("/manifest.webmanifest", CACHE.checked),
    cached("/robots.txt", CACHE.checked),
    cached("/icons/*", CACHE.picture),
    cached("/screenshots/*", CACHE.picture),
    ...hashed.map((name) => cached(`/${name}`, CACHE.hashed)),
  ].join('\n')}\n`;
}

const quoted = (value) => `"${value.replaceAll('"', '\\"')}"`;

/** Lines that deploy/nginx.conf includes. */
export function nginxSnippet(security) {
  return security.map(([name, value]) => `add_header ${name} ${quoted(value)} always;\n`).join('');
}

/** Lines that deploy/Caddyfile imports. */
export function caddySnippet(security) {
  return `header {\n${security.map(([name, value]) => `\t${name} ${quoted(value)}\n`).join('')}}\n`;
}
