// Gradient noise: value noise shows squares.
uvec3 stirred(uvec3 v) {
  v = v * 1664525u + 1013904223u;
  v += v.yzx * v.zxy;
  v ^= v >> 16u;
  v += v.yzx * v.zxy;
  return v;
}
vec3 slope(ivec3 cell) { return vec3(stirred(uvec3(cell + 4096)) >> 8u) / 8388608.0 - 1.0; }

float corner(ivec3 cell, vec3 off) { return dot(slope(cell), off); }

float noise(vec3 p) {
  vec3 floored = floor(p);
  ivec3 i = ivec3(floored);
  vec3 f = p - floored;
  vec3 u = f * f * f * (f * (f * 6.0 - 15.0) + 10.0);
  vec4 near = vec4(corner(i, f), corner(i + ivec3(1, 0, 0), f - vec3(1, 0, 0)),
                   corner(i + ivec3(0, 1, 0), f - vec3(0, 1, 0)), corner(i + ivec3(1, 1, 0), f - vec3(1, 1, 0)));
  vec4 far = vec4(corner(i + ivec3(0, 0, 1), f - vec3(0, 0, 1)), corner(i + ivec3(1, 0, 1), f - vec3(1, 0, 1)),
                  corner(i + ivec3(0, 1, 1), f - vec3(0, 1, 1)), corner(i + ivec3(1, 1, 1), f - vec3(1, 1, 1)));
  vec4 z = mix(near, far, u.z);
  vec2 y = mix(z.xy, z.zw, u.y);
  return mix(y.x, y.y, u.x);
}
