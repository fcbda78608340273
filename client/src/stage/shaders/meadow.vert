#include "room"
#include "sway"
// A far flower from sixteen bytes: an upright sheet that faces the eye and sways as near flowers do.
in vec2 corner;       // -1..1 across, 0..1 up
in vec2 foot;         // x and z
in vec4 form;         // bytes: height, width, hue, cup
in vec4 kind;         // species, petals, seed, whether it is drawn
out vec3 place;
out vec2 at;          // metres across, and over the head's base
flat out vec4 being;  // hue, width, height, cup
flat out vec3 sort;   // species, petals, seed in [0, 1)

void main() {
  float tall = form.x * TALLEST / 255.0;
  float wide = form.y * WIDEST / 255.0;
  float seed = kind.z / 256.0;
  float high = tall + 0.62 * wide;
  vec3 root = vec3(foot.x, 0.0, foot.y);
  vec2 away = eye.xz - foot;
  vec2 side = normalize(vec2(away.y, -away.x));
  at = vec2(corner.x * 0.62 * wide, corner.y * high - tall);
  float s = corner.y * high / tall;
  place = root + vec3(side.x * at.x, corner.y * high, side.y * at.x) + swayed(s, seed, foot, tall);
  being = vec4(form.z / 255.0, wide, tall, form.w / 255.0);
  sort = vec3(kind.xy, seed);
  gl_Position = projectionMatrix * viewMatrix * vec4(place.x, place.y * flip, place.z, 1.0);
  if (kind.w < 0.5) gl_Position = vec4(2.0, 2.0, 2.0, 1.0);
}
