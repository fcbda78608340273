#include "room"
#include "noise"
#include "air"
uniform vec4 ripple;  // age in seconds of the last four ripples of light; negative: none
uniform vec4 swell;   // and how strong each one is
in vec3 place;
in vec3 facing;
in float rim;
flat in vec3 plane;
flat in vec3 chance;
out vec4 colour;

const vec3 WORDS = vec3(0.0, 1.0, 2.6);  // where the line of words seems to be

float rippled() {
  vec4 front = (distance(place, WORDS) - 1.2 - 2.3 * ripple) / (0.5 + 0.16 * ripple);
  vec4 ring = exp(-front * front) * swell * smoothstep(0.0, 0.5, ripple) * exp(-0.55 * ripple);
  return dot(ring, vec4(1.0));
}

// A cheap sky of the room seen in itself.
vec3 sky(vec3 ray, vec3 from) {
  vec3 toCore = normalize(coreAt - from);
  vec3 base = mix(deep * 1.6, pearl * 0.20, smoothstep(-0.35, 0.95, ray.y));
  base += GOLD * behind * 0.14 * pow(max(dot(ray, normalize(BEHIND - from)), 0.0), 3.0);
  return base + core * (0.10 * pow(max(dot(ray, toCore), 0.0), 5.0) + 0.34 * pow(max(dot(ray, toCore), 0.0), 40.0));
}

// Cleavage: three planes inside the stone; the tone steps where the ray crosses one.
float cleavage(vec3 inside) {
  float tone = 0.0;
  for (int k = 0; k < 3; k++) {
    vec3 h = fract(chance * (7.31 + 3.7 * float(k)) + vec3(0.13, 0.57, 0.83) * float(k + 1));
    vec3 n = normalize(h - 0.5 + 0.001);
    float d = dot(n, inside) * 0.9 + h.x * 5.0;
    float saw = fract(d);
    tone += (smoothstep(0.0, 0.035, saw) * (1.0 - smoothstep(0.0, 1.0, saw)) - 0.32) * (0.3 + 0.7 * h.y);
  }
  return tone;
}

// Two narrow bands of interference from a film of `thick` nanometres.
vec3 film(float c, float thick) {
  float path = 2.0 * 1.36 * thick * sqrt(1.0 - (1.0 - c * c) / 1.85);
  vec3 phase = 6.28318 * path / vec3(640.0, 545.0, 455.0);
  return mix(vec3(0.5), 0.5 + 0.5 * cos(phase), 0.55);
}

void main() {
  if (flip < 0.0 && place.y < -0.05) discard;
  vec3 N = normalize(facing);
  vec3 V = normalize(eye - place);
  float c = clamp(dot(N, V), 0.0, 1.0);
  vec3 toCore = coreAt - place;
  float q = length(toCore);
  vec3 L = toCore / q;
  vec3 H = normalize(L + V);
  float fall = 1.7 / (1.0 + 0.11 * q * q);
  float lit = woken(q);

  vec3 inside = place + refract(-V, N, 1.0 / 1.52) * 0.55;
#ifdef RICH
  float n = 0.7 * noise(inside * 0.62 + chance * 0.35) + 0.3 * noise(inside * 1.5);
  float cleave = cleavage(inside);
#else
  float n = 0.9 * noise(inside * 0.62 + chance * 0.35);
  float cleave = (chance.y - 0.5) * 0.7;
#endif
  float cloud = clamp(0.5 + 0.85 * n, 0.0, 1.0);
  float c2 = cloud * cloud;
  float tone = (0.02 + 0.65 * c2 * fall + 0.13 * cleave * fall + 0.05 * (chance.z - 0.5)) * mix(0.76, 1.24, chance.y);
  vec3 tint = mix(accentA, accentB, smoothstep(0.2, 0.8, chance.x));
  vec3 stone = mix(pearl, pearl * (0.45 + 0.75 * tint), 0.30 + 0.22 * min(fall, 1.0));
  vec3 body = mix(deep, stone, clamp(tone, 0.0, 1.0)) * (0.16 + 0.72 * fall);
  // Dark between, pearl on the table: the bevel is what makes it a cut stone.
  float table = smoothstep(1.02, 1.98, rim);
  float turned = 0.5 + 0.5 * dot(N, L);
  body *= mix(0.74, 1.05, table) * mix(0.5, 1.3, turned * turned);
  body += deep * 0.35;

  // Shadows keep their own colour: only what is near the light turns gold.
  vec3 light = mix(vec3(luma(core)), core, clamp(0.75 * fall, 0.0, 1.0));

  // Adularescence: a narrow lobe about a lamella inside the facet; it moves against the eye.
  vec3 lamella = normalize(plane + 0.55 * (chance - 0.5));
  float k = clamp(dot(lamella, H), 0.0, 1.0);
  float k6 = pow(k, 6.0);
  float sheen = (pow(k, 34.0) + 0.22 * k6) * (0.15 + 1.9 * c2);
  body += mix(pearl, tint, 0.5) * light * sheen * fall * 0.30;

  vec3 R = reflect(-V, N);
  float fresnel = 0.07 + 0.93 * pow(1.0 - c, 4.2);
  body += sky(R, place) * (fresnel + 0.05) * (0.6 + 0.4 * fall);
  float warm = pow(max(dot(N, normalize(normalize(BEHIND - place) + V)), 0.0), 5.0);
  body += GOLD * behind * (0.10 * warm + 0.012) * pearl;

#ifdef RICH
  float graze = smoothstep(0.02, 0.2, c) * (1.0 - smoothstep(0.34, 0.62, c));
  body += film(c, 250.0 + 230.0 * cloud) * tint * graze * 0.16 * fall;
  vec3 grain = inside * vec3(31.0, 23.0, 27.0);
  float fleck = smoothstep(0.40, 0.62, noise(grain)) * sheen;
  body += film(c, 300.0 + 180.0 * chance.z) * mix(pearl, tint, 0.5) * fleck * 0.45;
  float lost = smoothstep(0.08, 0.90, 0.58 + 1.25 * noise(place * 1.1));
#else
  float lost = clamp(0.55 + 0.9 * n, 0.0, 1.0);
#endif

  // Edges are lost and found: constant ones are a cartoon.
  // An edge narrower than a pixel is spread over it and dimmed by as much, or it comes apart into dots.
  float foot = fwidth(rim);
  float narrow = 1.0 / (1.0 + 3.61 * foot * foot);
  float thin = exp(-3.61 * rim * rim * narrow) * sqrt(narrow);
  float catchLight = 0.05 + 1.5 * pow(max(dot(N, H), 0.0), 6.0);
  vec3 edge = mix(pearl, core, 0.5) * fall * 0.75 + GOLD * behind * 0.35 * warm + GOLD * gloom * 0.05 * ember * exp(-0.35 * distance(place, EMBER));
  float crease = smoothstep(1.6, 1.96, rim) * (1.0 - step(1.99, rim));
  body += crease * (0.01 + 0.34 * pow(max(dot(N, H), 0.0), 8.0)) * lost * lost * edge;
  body += thin * catchLight * lost * lost * edge;

  body += mix(pearl, tint, 0.35) * rippled() * (0.25 + c2) * (1.0 - gloom);
  vec3 toEmber = EMBER - place;
  body += FLOOR_GOLD * ember * 0.16 * (0.2 + c2) * max(dot(N, normalize(toEmber)), 0.0) / (0.6 + dot(toEmber, toEmber));
  float open = distance(place, bloom.xyz);
  body += GOLD * bloom.w * 0.10 * (0.2 + c2) / (0.8 + open * open);
  body *= 0.12 + 0.88 * lit;
  colour = vec4(air(body, place, 0.34), 1.0);
}
