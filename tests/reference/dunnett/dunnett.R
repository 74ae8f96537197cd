# Dunnett's two-sided tail and critical value by adaptive quadrature in base R, with the correlations l_i l_j of independent groups
# (l_i^2 = n_i / (n_i + n_0)); each checked by drawing two million normals. Run from this folder: Rscript dunnett.R > oracle.json
inner <- function(w, l) integrate(function(z) { p <- 1; for (x in l) { r <- sqrt(1 - x^2); p <- p * (pnorm((w - x * z) / r) - pnorm((-w - x * z) / r)) }; dnorm(z) * p }, -9, 9, rel.tol = 1e-12, subdivisions = 2000)$value
tail <- function(q, l, df) if (is.infinite(df)) 1 - inner(q, l) else 1 - integrate(function(s) sapply(s, function(u) 2 * u * df * dchisq(df * u^2, df) * inner(q * u, l)), 0, 6, rel.tol = 1e-11, subdivisions = 2000)$value
drawn <- function(q, l, df) { set.seed(3); n <- 2e6; z <- rnorm(n); s <- if (is.infinite(df)) 1 else sqrt(rchisq(n, df) / df); m <- 0; for (x in l) m <- pmax(m, abs((x * z + sqrt(1 - x^2) * rnorm(n)) / s)); mean(m > q) }
num <- function(x) formatC(x, digits = 12, format = "g")
cases <- list(
  list(l = rep(sqrt(.5), 3), df = 20, q = 2.54), list(l = rep(sqrt(.5), 2), df = 10, q = 3.5), list(l = rep(sqrt(.5), 11), df = 1119, q = 2.2),
  list(l = rep(sqrt(.5), 4), df = Inf, q = 2.44), list(l = sqrt(c(30, 40, 100) / c(80, 90, 150)), df = 216, q = 2.8), list(l = sqrt(c(10, 12) / c(40, 42)), df = 49, q = 1.7))
out <- sapply(cases, function(c) paste0('    { "loadings": [', paste(num(c$l), collapse = ", "), '], "df": ', if (is.infinite(c$df)) "null" else c$df, ', "q": ', c$q, ', "p": ', num(tail(c$q, c$l, c$df)),
  ', "drawn": ', num(drawn(c$q, c$l, c$df)), ', "critical": ', num(uniroot(function(q) tail(q, c$l, c$df) - .05, c(1, 6), tol = 1e-10)$root), " }"))
cat('{\n  "note": "R ', R.version$major, ".", R.version$minor, ', base: integrate, uniroot; drawn: 2e6 normals",\n  "cases": [\n', paste(out, collapse = ",\n"), "\n  ],\n", sep = "")
# Printed tables (Dunnett 1964, two-sided 5 %, equal groups): df, comparisons, value.
cat('  "printed": [[10, 2, 2.57], [20, 3, 2.54], [20, 2, 2.38], [60, 3, 2.41], [10, 3, 2.76]]\n}\n')
