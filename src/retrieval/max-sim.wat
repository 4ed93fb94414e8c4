;; MaxSim over int8 rows: for each row of the question the highest scaled product with a row of the passage.
;; `dimension` is a multiple of 16. What this becomes stands in max-sim-binary.ts; a test compiles it and compares.
(module
  (memory (export "memory") 1)

  (func $dot (param $a i32) (param $b i32) (param $dimension i32) (result i32)
    (local $end i32) (local $sum v128) (local $x v128) (local $y v128)
    (local.set $end (i32.add (local.get $a) (local.get $dimension)))
    (loop $next
      (local.set $x (v128.load (local.get $a)))
      (local.set $y (v128.load (local.get $b)))
      (local.set $sum
        (i32x4.add (local.get $sum)
          (i32x4.add
            (i32x4.extadd_pairwise_i16x8_s (i16x8.extmul_low_i8x16_s (local.get $x) (local.get $y)))
            (i32x4.extadd_pairwise_i16x8_s (i16x8.extmul_high_i8x16_s (local.get $x) (local.get $y))))))
      (local.set $a (i32.add (local.get $a) (i32.const 16)))
      (local.set $b (i32.add (local.get $b) (i32.const 16)))
      (br_if $next (i32.lt_u (local.get $a) (local.get $end))))
    (i32.add
      (i32.add (i32x4.extract_lane 0 (local.get $sum)) (i32x4.extract_lane 1 (local.get $sum)))
      (i32.add (i32x4.extract_lane 2 (local.get $sum)) (i32x4.extract_lane 3 (local.get $sum)))))

  ;; Addresses of: the question's rows, the passage's rows, the passage's scales (f32), the maxima (f32).
  (func (export "maxima")
    (param $question i32) (param $tokens i32) (param $passage i32) (param $rows i32)
    (param $scales i32) (param $maxima i32) (param $dimension i32)
    (local $token i32) (local $row i32) (local $at i32) (local $best f32)
    (block $done
      (br_if $done (i32.eqz (local.get $tokens)))
      (loop $eachToken
        (local.set $best (f32.const -inf))
        (local.set $row (i32.const 0))
        (local.set $at (local.get $passage))
        (block $noRows
          (br_if $noRows (i32.eqz (local.get $rows)))
          (loop $eachRow
            (local.set $best
              (f32.max (local.get $best)
                (f32.mul
                  (f32.convert_i32_s (call $dot (local.get $question) (local.get $at) (local.get $dimension)))
                  (f32.load (i32.add (local.get $scales) (i32.shl (local.get $row) (i32.const 2)))))))
            (local.set $at (i32.add (local.get $at) (local.get $dimension)))
            (local.set $row (i32.add (local.get $row) (i32.const 1)))
            (br_if $eachRow (i32.lt_u (local.get $row) (local.get $rows)))))
        (f32.store (local.get $maxima) (local.get $best))
        (local.set $maxima (i32.add (local.get $maxima) (i32.const 4)))
        (local.set $question (i32.add (local.get $question) (local.get $dimension)))
        (local.set $token (i32.add (local.get $token) (i32.const 1)))
        (br_if $eachToken (i32.lt_u (local.get $token) (local.get $tokens)))))))
