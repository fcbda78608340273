// One step of the water, as water.ts says it: height (cm), speed (cm a step), and the slope that it had.
uniform sampler2D before;
uniform vec4 press[PRESSES];  // x, z, how wide (metres), push
uniform int pressed;
uniform float pull;
out vec4 next;

const vec4 SHORE = vec4(CALM, SHORE_FROM, SHORE_TO, SHORE_CALM);

float at(ivec2 here, int x, int z) {
  return texelFetch(before, clamp(here + ivec2(x, z), ivec2(0), ivec2(TEXELS - 1)), 0).x;
}

float loss(vec2 place) {
  float t = clamp((length(place) - SHORE.y) / (SHORE.z - SHORE.y), 0.0, 1.0);
  return (SHORE.x + SHORE.w * t * t) * TICK;
}

float push(vec2 place) {
  float sum = 0.0;
  for (int k = 0; k < pressed; k++) {
    vec2 off = place - press[k].xy;
    float q = dot(off, off) / (press[k].z * press[k].z);
    if (q < 30.0) sum += press[k].w * (1.0 - 0.5 * q) * exp(-0.5 * q);
  }
  return sum;
}

// To the nearest half float: some renderers cut instead, and waves would sink by that much more.
vec2 nearest(vec2 value) { return unpackHalf2x16(packHalf2x16(value)); }

void main() {
  ivec2 here = ivec2(gl_FragCoord.xy);
  vec2 place = (gl_FragCoord.xy / float(TEXELS) - 0.5) * SIDE;
  vec2 was = texelFetch(before, here, 0).xy;
  float w = at(here, -1, 0), e = at(here, 1, 0), n = at(here, 0, -1), s = at(here, 0, 1);
  float nw = at(here, -1, -1), ne = at(here, 1, -1), sw = at(here, -1, 1), se = at(here, 1, 1);
  float bend = (4.0 * (w + e + n + s) + nw + ne + sw + se - 20.0 * was.x) / 6.0;
  float halved = 0.5 * loss(place);
  float speed = ((1.0 - halved) * was.y + pull * bend + push(place)) / (1.0 + halved);
  vec2 slope = vec2(4.0 * (e - w) + ne + se - nw - sw, 4.0 * (s - n) + sw + se - nw - ne);
  next = vec4(nearest(vec2(was.x + speed, speed)), slope * (float(TEXELS) / (1200.0 * SIDE)));
}
