#include "room"
in vec3 heart;
in vec3 inward;
in float slot;
out vec3 place;
flat out vec3 middle;
flat out vec3 facing;
flat out int which;

void main() {
  place = position;
  middle = heart;
  facing = inward;
  which = int(slot + 0.5);
  gl_Position = projectionMatrix * viewMatrix * vec4(position.x, position.y * flip, position.z, 1.0);
}
