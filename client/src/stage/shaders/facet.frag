#include "room"
#include "air"
// A mirror in the stone: the ray bends at the facet and meets a plane behind it, on which the figure stands.
uniform sampler2D figures;  // side by side: mask, rim, light on the body, halo
uniform sampler2D live;     // the camera's picture, in this page only
uniform float lived, shown;
uniform float near[COUNT];
in vec3 place;
flat in vec3 middle;
flat in vec3 facing;
flat in int which;
out vec4 colour;

const float SIZE = 1.55;  // of a figure; life is 1
const float STANDS = 0.10;  // metres over the water

// From metres on the plane to the figure's own picture, and what is there: nothing outside.
vec4 stood(vec2 at, float blur) {
  vec2 uv = vec2(at.x / WIDE + 0.5, (at.y - FLOOR) / TALL);
  vec2 inside = smoothstep(vec2(0.0), vec2(0.03), uv) * smoothstep(vec2(0.0), vec2(0.03), 1.0 - uv);
  uv.x = (clamp(uv.x, 0.01, 0.99) + float(which)) / float(COUNT);
  return textureLod(figures, uv, blur) * inside.x * inside.y;
}

// Light on a body of light: its rim most of all; the heart is gold; it fades toward the floor.
vec3 body(vec4 f, vec4 blurred, vec2 at, vec3 pale) {
  float waist = smoothstep(0.75, 1.1, at.y);
  float fade = mix(0.16, 1.0, smoothstep(0.05, 1.15, at.y));
  float rim = blurred.y * 0.75 + f.y * f.y * 0.35;
  float soft = f.x * (0.05 + 0.16 * blurred.z + 0.30 * f.z * f.z * f.z + 0.12 * waist + 0.95 * rim);
  vec2 off = at - vec2(0.0, 1.30);
  float heart = exp(-16.0 * dot(off, off)) * f.x;
  return pale * (soft * fade + 0.16 * f.w * f.w * (1.0 - f.x) * fade) + GOLD * heart * (0.34 + 0.2 * behind);
}

vec3 camera(vec2 at, vec3 pale) {
  vec2 uv = vec2(0.5 - at.x / 1.9, (at.y - 0.35) / 1.5);
  vec2 off = (uv - vec2(0.5, 0.52)) * vec2(2.3, 2.0);
  vec3 seen = pow(texture(live, uv).rgb, vec3(2.2));
  // Light that falls on a person, not a photograph: silver, with a little of its own colour.
  float y = luma(seen);
  return mix(pale * y, seen, 0.35) * 1.15 * smoothstep(1.0, 0.35, length(off));
}

void main() {
  if (flip < 0.0 && place.y < -0.02) discard;
  if (shown < 0.002) discard;
  float close = near[which];
  vec3 ray = refract(normalize(place - eye), facing, 1.0 / 1.22);
  vec3 side = normalize(cross(vec3(0.0, 1.0, 0.0), facing));
  float deep = mix(0.62, 0.16, close);
  vec3 hit = place + ray * (deep + dot(place - middle, facing)) / max(-dot(ray, facing), 0.2);
  float size = SIZE * mix(1.0, 1.16, close);
  // The smallest sway, as one who stands still sways.
  float sway = 0.006 * sin(time * 0.45 + float(which) * 2.1);
  vec2 at = vec2(dot(hit - middle, side), hit.y - STANDS) / size;
  at.x -= sway * at.y;

  vec3 tint = mix(accentA, accentB, 0.5 + 0.5 * sin(float(which) * 2.4));
  vec3 pale = mix(pearl, pearl * (0.5 + 0.7 * tint), 0.4) * (0.82 + 0.4 * luma(core));
  vec4 f = stood(at, 0.0);
  // Three wavelengths bend a little differently.
  vec2 apart = vec2(0.0035, 0.0) * mix(1.0, 0.4, close);
  vec4 blurred = stood(at, 2.6);
  vec3 figure = vec3(body(stood(at - apart, 0.0), blurred, at, pale).r, body(f, blurred, at, pale).g, body(stood(at + apart, 0.0), blurred, at, pale).b);
  // A second, faint one farther in: reflections multiply.
  vec2 aside = (at - vec2(0.34 * sign(side.z + 0.2), 0.02)) / 0.93;
  vec4 faint = stood(aside, 3.0);
  figure += 0.12 * (1.0 - close) * body(faint, faint, aside, pale);
  figure = mix(figure, camera(at, pale), lived);
  figure = mix(figure, vec3(luma(figure)) * GOLD * 0.5, gloom * 0.9);

  float lit = shown * mix(0.85, 1.3, close) * woken(distance(place, coreAt));
  float covers = mix(f.x, 0.6 * smoothstep(1.0, 0.5, length(at - vec2(0.0, 1.0))), lived);
  float clear = exp(-0.042 * distance(place, eye));
  colour = vec4(figure * lit * clear, 0.24 * covers * shown);
}
