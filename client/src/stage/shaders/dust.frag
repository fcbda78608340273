#include "room"
in float light;
in float soft;
out vec4 colour;

void main() {
  float r = length(gl_PointCoord - 0.5) * 2.0;
  float shape = mix(exp(-5.5 * r * r), 1.0 - smoothstep(0.55, 1.0, r), soft) * (1.0 - smoothstep(0.9, 1.0, r));
  float power = light * shape * (0.75 + 0.5 * ember);
  colour = vec4(GOLD * power, 0.0);
}
