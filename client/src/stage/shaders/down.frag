// Half size. The first step keeps only what is brighter than white, softly.
uniform sampler2D source;
uniform vec2 texel;
uniform float first;
in vec2 at;
out vec4 colour;

vec3 tap(float x, float y) { return min(texture(source, at + vec2(x, y) * texel).rgb, vec3(24.0)); }

vec3 bright(vec3 c) {
  float m = max(c.r, max(c.g, c.b));
  float over = max(m - 1.0, 0.0);
  return min(c * (over * over / (over + 0.35)) / max(m, 0.001), vec3(6.0));
}

void main() {
  vec3 near = tap(-1.0, -1.0) + tap(1.0, -1.0) + tap(-1.0, 1.0) + tap(1.0, 1.0);
  vec3 cornersOff = tap(-2.0, -2.0) + tap(2.0, -2.0) + tap(-2.0, 2.0) + tap(2.0, 2.0);
  vec3 sides = tap(-2.0, 0.0) + tap(2.0, 0.0) + tap(0.0, -2.0) + tap(0.0, 2.0);
  vec3 sum = near * 0.125 + cornersOff * 0.03125 + sides * 0.0625 + tap(0.0, 0.0) * 0.125;
  colour = vec4(first > 0.5 ? bright(sum) : sum, 1.0);
}
