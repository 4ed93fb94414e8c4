;; MaxSim over int8 rows: for each row of the question the highest scaled product with a row of the passage.
;; Two rows of the question are held against a row of the passage at once, which is then widened once for both.
;; `dimension` is a multiple of 16, `tokens` of 2. What this becomes stands in max-sim-binary.ts; a test compiles it
;; and compares.
(module
  (memory (export "memory") 1)

  (func $sumOf (param $sum v128) (result f32)
    (f32.convert_i32_s
      (i32.add
        (i32.add (i32x4.extract_lane 0 (local.get $sum)) (i32x4.extract_lane 1 (local.get $sum)))
        (i32.add (i32x4.extract_lane 2 (local.get $sum)) (i32x4.extract_lane 3 (local.get $sum))))))

  ;; Addresses of: the question's rows, the passage's rows, the passage's scales (f32), the maxima (f32).
  (func (export "maxima")
    (param $question i32) (param $tokens i32) (param $passage i32) (param $rows i32)
    (param $scales i32) (param $maxima i32) (param $dimension i32)
    (local $row i32) (local $a i32) (local $b i32) (local $at i32) (local $end i32) (local $scale f32)
    (local $bestA f32) (local $bestB f32)
    (local $sumA v128) (local $sumB v128) (local $low v128) (local $high v128)
    (block $done
      (br_if $done (i32.eqz (local.get $tokens)))
      (loop $eachPair
        (local.set $bestA (f32.const -inf))
        (local.set $bestB (f32.const -inf))
        (local.set $row (i32.const 0))
        (local.set $at (local.get $passage))
        (block $noRows
          (br_if $noRows (i32.eqz (local.get $rows)))
          (loop $eachRow
            (local.set $sumA (v128.const i32x4 0 0 0 0))
            (local.set $sumB (v128.const i32x4 0 0 0 0))
            (local.set $a (local.get $question))
            (local.set $b (i32.add (local.get $question) (local.get $dimension)))
            (local.set $end (local.get $b))
            (loop $next
              (local.set $low (v128.load8x8_s (local.get $at)))
              (local.set $high (v128.load8x8_s offset=8 (local.get $at)))
              (local.set $sumA
                (i32x4.add (local.get $sumA)
                  (i32x4.add
                    (i32x4.dot_i16x8_s (local.get $low) (v128.load8x8_s (local.get $a)))
                    (i32x4.dot_i16x8_s (local.get $high) (v128.load8x8_s offset=8 (local.get $a))))))
              (local.set $sumB
                (i32x4.add (local.get $sumB)
                  (i32x4.add
                    (i32x4.dot_i16x8_s (local.get $low) (v128.load8x8_s (local.get $b)))
                    (i32x4.dot_i16x8_s (local.get $high) (v128.load8x8_s offset=8 (local.get $b))))))
              (local.set $at (i32.add (local.get $at) (i32.const 16)))
              (local.set $a (i32.add (local.get $a) (i32.const 16)))
              (local.set $b (i32.add (local.get $b) (i32.const 16)))
              (br_if $next (i32.lt_u (local.get $a) (local.get $end))))
            (local.set $scale (f32.load (i32.add (local.get $scales) (i32.shl (local.get $row) (i32.const 2)))))
            (local.set $bestA
              (f32.max (local.get $bestA) (f32.mul (call $sumOf (local.get $sumA)) (local.get $scale))))
            (local.set $bestB
              (f32.max (local.get $bestB) (f32.mul (call $sumOf (local.get $sumB)) (local.get $scale))))
            (local.set $row (i32.add (local.get $row) (i32.const 1)))
            (br_if $eachRow (i32.lt_u (local.get $row) (local.get $rows)))))
        (f32.store (local.get $maxima) (local.get $bestA))
        (f32.store offset=4 (local.get $maxima) (local.get $bestB))
        (local.set $maxima (i32.add (local.get $maxima) (i32.const 8)))
        (local.set $question (i32.add (local.get $question) (i32.shl (local.get $dimension) (i32.const 1))))
        (local.set $tokens (i32.sub (local.get $tokens) (i32.const 2)))
        (br_if $eachPair (i32.gt_s (local.get $tokens) (i32.const 0)))))))
