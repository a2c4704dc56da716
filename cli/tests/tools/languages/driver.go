// Asks the exported package what standard input asks, a question a line, and answers a line each.
package main

import (
	"bufio"
	"fmt"
	"os"
	"strconv"
	"strings"

	codes "codes/PACKAGE"
)

var _ = strconv.IntSize

func read(text string) codes.Code {
	READ
}

func main() {
	lines := bufio.NewScanner(os.Stdin)
	for lines.Scan() {
		what, text, _ := strings.Cut(lines.Text(), "\t")
		if what == "symbol" {
			var found []string
			for _, code := range codes.WithSymbol(text) {
				found = append(found, fmt.Sprint((RAW)(code)))
			}
			fmt.Println(strings.Join(found, ","))
			continue
		}
		code := read(text)
		answer := []string{fmt.Sprint(code.Known()), fmt.Sprint(code.Success())}
		for _, it := range code.Meanings() {
			answer = append(answer, strings.Join([]string{it.Name, it.Symbol, it.Message, it.Help}, "\x1f"))
		}
		fmt.Println(strings.Join(answer, "\t"))
		if code.Known() == strings.Contains(code.String(), " unknown ") {
			panic(code.String())
		}
	}
}
