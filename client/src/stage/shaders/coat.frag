// One coat: thicker where the nudged frame's own pixels fall, so that many coats add up to a finer picture.
uniform sampler2D picture;
uniform vec2 nudge, size;  // pixels of the frame
uniform float thick, sharp;
in vec2 at;
out vec4 colour;

void main() {
  vec2 p = at * size + nudge;
  vec2 off = fract(p) - 0.5;
  float share = thick * exp(-sharp * dot(off, off)) * mix(1.0, 1.55, min(sharp, 1.0));
  colour = vec4(min(texture(picture, p / size).rgb, vec3(24.0)), min(share, 1.0));
}
