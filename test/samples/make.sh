#!/bin/sh
# Makes the files of a spreadsheet program from workbook.fods, which is its own format as text. Needs LibreOffice
# (made with 7.4.7): apt-get install libreoffice-calc
set -eu
cd "$(dirname "$0")"
folder=$(mktemp -d)
trap 'rm -r "$folder"' EXIT

# Separator, quote, encoding (1: Windows-1252, 65535: UTF-16), first line, columns, language (1043: Dutch), quote all
# texts, numbers as they are, as shown, formulas, spaces, and the sheet.
export_sheet() {
  soffice --headless --convert-to "csv:Text - txt - csv (StarCalc):$1,34,$2,1,,1043,false,true,true,false,false,2" \
    --outdir "$folder" workbook.fods
  mv "$folder/workbook-Medewerkers.csv" "$3"
}

export_sheet 59 1 calc-nl-semicolon-windows1252.csv
export_sheet 9 65535 calc-nl-tab-utf16le.csv
for kind in xlsx ods; do
  soffice --headless --convert-to $kind --outdir "$folder" workbook.fods
  mv "$folder/workbook.$kind" calc-nl.$kind
done
