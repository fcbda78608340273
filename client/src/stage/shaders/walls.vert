#include "room"
in vec3 facet;
in vec3 seed;
in float edge;
out vec3 place;
out vec3 facing;
out float rim;
flat out vec3 plane;
flat out vec3 chance;

void main() {
  place = position;
  facing = normal;
  plane = facet;
  chance = seed;
  rim = edge;
  gl_Position = projectionMatrix * viewMatrix * vec4(position.x, position.y * flip, position.z, 1.0);
}
