#include "room"
#include "sway"
// One plant from its genome: kind 0 petal, 1 stem, 2 leaf, 3 stamen; `along` and `across` walk over the part.
in float kind;
in float index;
in float along;
in float across;
in vec3 root;
in vec4 form;    // height, width (m), cup, curl
in vec4 number;  // petals, leaves, lean, species
in vec4 fate;    // hue, seed, open, appear
uniform float most;  // petals that this level of detail can draw
out vec3 place;
out vec3 facing;
out vec3 walk;       // along, across, age of the petal
flat out vec4 being; // kind, hue, seed, appear

const float GOLDEN = 2.39996323;

vec3 swayed(float s) { return swayed(s, fate.y, root.xz, form.x); }

vec3 stem(float s, float grown) {
  float h = form.x * grown;
  float turn = fate.y * 6.28318;
  vec2 lean = vec2(cos(turn), sin(turn)) * number.z * 0.30 * s * s;
  float bow = sin(s * 3.1) * 0.05 * (fate.y - 0.5);
  return root + vec3((lean.x + bow) * h, h * s, lean.y * h) + swayed(s);
}

// How each species holds its petals: inner tilt, outer tilt, petal width, length of the inner ones.
vec4 habit() {
  if (number.w < 0.5) return vec4(0.12, 1.20, 0.30, 0.62);  // lotus
  if (number.w < 1.5) return vec4(0.05, 1.62, 0.20, 0.30);  // dahlia
  if (number.w < 2.5) return vec4(0.30, 0.52, 0.42, 0.92);  // bell
  return vec4(1.02, 1.34, 0.23, 0.88);                      // star
}

// Where fewer petals are drawn than the flower has, each is a little wider, so that the head is as full.
float fewer() { return min(sqrt(number.x / min(number.x, most)), 1.6); }

// A point of a petal in the head's own frame: x across, y up, z outward.
vec3 petal(float s, float w, float u, float open) {
  vec4 h = habit();
  // With each breath in, an open flower opens a little more.
  float full = mix(h.x, h.y, pow(u, 0.85)) * (1.0 + 0.10 * lung());
  float tilt = mix(0.05 + 0.16 * u, full, open);
  float size = form.y * 0.5 * mix(h.w, 1.0, sqrt(u)) * mix(0.62, 1.0, open);
  float bend = tilt + (form.w - 0.25) * 0.9 * s * open - 0.95 * form.z * s * (1.0 - s);
  float wide = size * h.z * fewer() * pow(max(sin(3.14159 * pow(s * 0.965 + 0.005, 0.80)), 0.001), 0.85);
  vec2 spine = vec2(sin(bend), cos(bend)) * size * s;
  float cup = 0.59 * (0.3 + 1.4 * form.z) * wide * w * w;
  vec2 up = vec2(-cos(bend), sin(bend));
  return vec3(wide * w, spine.y + up.y * cup, spine.x + up.x * cup + 0.02 * size);
}

mat3 headFrame(float grown) {
  vec3 tip = stem(1.0, grown);
  vec3 axis = normalize(tip - stem(0.9, grown));
  vec3 toward = normalize(vec3(0.0, 1.5, 4.7) - tip);
  bool bell = number.w > 1.5 && number.w < 2.5;
  axis = normalize(axis + toward * (bell ? 0.15 : 0.52) + vec3(fate.y - 0.5, 0.0, fract(fate.y * 7.0) - 0.5) * 0.35);
  vec3 side = normalize(cross(axis, vec3(0.31, 0.2, 0.93)));
  return mat3(side, axis, cross(side, axis));
}

vec3 part(float s, float w, float open, float grown) {
  float spin = index * GOLDEN + fate.y * 6.28318;
  float c = cos(spin), d = sin(spin);
  if (kind < 0.5) {
    float n = min(number.x, most);
    vec3 p = petal(s, w, (index + 0.5) / n, open);
    return stem(1.0, grown) + headFrame(grown) * vec3(p.x * c + p.z * d, p.y, p.z * c - p.x * d);
  }
  if (kind < 1.5) {
    // Never thinner than a pixel or so: far stems would turn into dots.
    float thick = max(mix(0.011, 0.006, s) * (0.6 + form.x * 0.5), 0.0012 * distance(root.xz, eye.xz));
    return stem(s, grown) + vec3(cos(w * 6.28318), 0.0, sin(w * 6.28318)) * thick;
  }
  if (kind < 2.5) {
    float size = form.x * (0.42 + 0.16 * fract(spin)) * grown;
    float low = 0.04 + 0.07 * index;
    float blade = size * 0.085 * pow(max(sin(3.14159 * pow(s * 0.96 + 0.01, 0.7)), 0.001), 0.9);
    vec3 out3 = vec3(d, 0.0, c);
    vec3 side = vec3(c, 0.0, -d);
    float bow = 0.34 * s * s;
    vec3 fold = (out3 * -0.5 + vec3(0.0, 0.6, 0.0)) * abs(w) * blade * 0.5;
    return stem(low, grown) + vec3(0.0, size * s * (1.0 - 0.25 * s * s), 0.0) + out3 * (0.10 * s + bow) * size + side * w * blade + fold + swayed(s) * 0.6;
  }
  float lift = form.y * (0.14 + 0.05 * fract(spin * 1.7)) * open;
  vec3 p = vec3(w * 0.004, lift * s, form.y * (0.02 + 0.07 * s * fract(spin * 3.1)));
  return stem(1.0, grown) + headFrame(grown) * vec3(p.x * c + p.z * d, p.y, p.z * c - p.x * d);
}

void main() {
  float open = smoothstep(0.0, 1.0, fate.z);
  float grown = mix(0.45, 1.0, smoothstep(0.0, 0.6, fate.z));
  float n = min(number.x, most);
  bool none = (kind < 0.5 && index > n - 0.5) || (kind > 1.5 && kind < 2.5 && index > number.y - 0.5);
  place = part(along, across, open, grown);
  float ahead = along > 0.5 ? -0.03 : 0.03;
  vec3 on = (part(along + ahead, across, open, grown) - place) * sign(ahead);
  vec3 over = part(along, across + 0.06, open, grown) - place;
  facing = kind > 0.5 && kind < 1.5 ? place - stem(along, grown) : cross(over, on) + vec3(1e-9);
  walk = vec3(along, across, (index + 0.5) / n);
  being = vec4(kind, fate.x, fate.y, fate.w);
  gl_Position = projectionMatrix * viewMatrix * vec4(place.x, place.y * flip, place.z, 1.0);
  if (none) gl_Position = vec4(2.0, 2.0, 2.0, 1.0);
}
