#!/bin/sh
# Makes the subsets in src/theme/fonts from Debian's fonts-noto-core (OFL 1.1). Needs: apt-get install fonts-noto-core fonttools python3-brotli
set -eu
from=/usr/share/fonts/truetype/noto
into=$(dirname "$0")/../src/theme/fonts
mkdir -p "$into"
cut() { # family-weight name unicodes
  pyftsubset "$from/$1.ttf" --unicodes="$3" --layout-features='*' --flavor=woff2 --output-file="$into/$2.woff2"
}
latin='U+0000-024F,U+02C6,U+02DA,U+02DC,U+0300-0315,U+1E00-1EFF,U+2000-206F,U+20AC,U+20B4,U+20BD,U+2100-214F,U+2190-2193,U+2212,U+2260,U+2264,U+2265'
for weight in Regular Bold; do
  name=$(echo "$weight" | tr '[:upper:]' '[:lower:]')
  cut "NotoSans-$weight" "latin-$name" "$latin"
  cut "NotoSans-$weight" "cyrillic-$name" 'U+0400-052F,U+1C80-1C88,U+2DE0-2DFF,U+A640-A69F'
  cut "NotoSans-$weight" "greek-$name" 'U+0370-03FF,U+1F00-1FFF'
  cut "NotoSansArabic-$weight" "arabic-$name" 'U+0600-06FF,U+0750-077F,U+FB50-FDFF,U+FE70-FEFF'
  cut "NotoSansHebrew-$weight" "hebrew-$name" 'U+0590-05FF,U+FB1D-FB4F'
done
