// What petals and leaves are made of, near and far: thin sheets that let light through.
vec3 hued(float h) {
  vec3 wheel = 0.5 + 0.5 * cos(6.28318 * (h - vec3(0.0, 0.333, 0.667)));
  return mix(vec3(0.92, 0.89, 0.91), wheel * 1.12, 0.36);
}

// A petal keeps its own hue in a blue room: most of what reaches it is light, not colour.
vec3 fallen(float reach) { return mix(core, vec3(luma(core)), 0.55) * reach; }

float reached(float q) { return 1.9 / (1.0 + 0.07 * q * q); }

// The light of a sheet: what falls on this side, and what comes through from the other, deeper in its hue.
vec3 sheet(vec3 own, vec3 N, vec3 V, vec3 L, float reach) {
  float side = dot(N, L) * (dot(N, V) < 0.0 ? -1.0 : 1.0);
  float front = clamp(0.35 + 0.65 * side, 0.0, 1.0);
  float through = clamp(0.30 - 0.70 * side, 0.0, 1.0);
  return own * fallen(reach) * (0.74 * front + 1.15 * through * own) + own * pearl * 0.22;
}

vec3 green(float seed) { return mix(vec3(0.10, 0.21, 0.17), vec3(0.17, 0.24, 0.21), seed) * (0.5 + 0.9 * pearl); }

// How much of it is still asleep, or under the mist at its foot.
float present(vec3 place) {
  return mix(0.2, 1.0, woken(distance(place, coreAt))) * mix(0.5, 1.0, smoothstep(-0.05, 0.5, place.y));
}

// Near the newest flower its light falls on the others.
float neighbour(vec3 place) {
  float open = distance(place, bloom.xyz);
  return bloom.w * 0.05 / (0.25 + open * open);
}
