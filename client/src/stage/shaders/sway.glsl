// How a stem answers the air and the breath: a point at share `s` of its height moves by this.
uniform vec2 breath;  // how full the lungs are (-1 empty, 1 full), and how surely that is known

float lung() { return breath.x * breath.y; }

// Slower than one swing in ten seconds; with each breath it leans out from the middle and rises, then comes back.
vec3 swayed(float s, float seed, vec2 foot, float tall) {
  float air = sin(time * 0.42 + seed * 40.0 + foot.x * 2.0);
  vec2 out2 = foot / max(length(foot), 0.001);
  float lean = 0.034 * lung() * (0.7 + 0.6 * seed);
  return s * s * (vec3(0.02, 0.0, 0.012) * air + vec3(out2.x * lean, 0.010 * lung(), out2.y * lean)) * min(tall, 1.2);
}
