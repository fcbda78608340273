// A tent of nine taps: what is wide joins what is narrow.
uniform sampler2D source;
uniform vec2 texel;
in vec2 at;
out vec4 colour;

vec3 tap(float x, float y) { return texture(source, at + vec2(x, y) * texel).rgb; }

void main() {
  vec3 sum = tap(0.0, 0.0) * 4.0;
  sum += (tap(-1.0, 0.0) + tap(1.0, 0.0) + tap(0.0, -1.0) + tap(0.0, 1.0)) * 2.0;
  sum += tap(-1.0, -1.0) + tap(1.0, -1.0) + tap(-1.0, 1.0) + tap(1.0, 1.0);
  colour = vec4(sum * (0.85 / 16.0), 1.0);
}
